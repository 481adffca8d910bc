package dev.superbill.claims.submission.partner;

import dev.superbill.platform.events.OutboxEvent;
import java.util.List;
import java.util.UUID;

/**
 * A trading partner was made or changed; carries the whole state.
 *
 * @param version grows with each change
 */
record TradingPartnerChanged(
        UUID tradingPartnerId,
        long version,
        String name,
        String receiverId,
        String receiverQualifier,
        String submitterId,
        String submitterQualifier,
        String host,
        int port,
        String hostKey,
        String outboundFolder,
        String inboundFolder,
        boolean expectsTa1,
        UsageIndicator usageIndicator,
        List<UUID> payerIds) {

    static final String TOPIC = "claims.trading-partner";
    static final String TYPE = "dev.superbill.claims.trading-partner-changed.v1";

    static TradingPartnerChanged of(TradingPartnerView partner) {
        return new TradingPartnerChanged(
                partner.id(),
                partner.version(),
                partner.name(),
                partner.receiverId(),
                partner.receiverQualifier(),
                partner.submitterId(),
                partner.submitterQualifier(),
                partner.host(),
                partner.port(),
                partner.hostKey(),
                partner.outboundFolder(),
                partner.inboundFolder(),
                partner.expectsTa1(),
                partner.usageIndicator(),
                partner.payerIds());
    }

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, tradingPartnerId.toString(), tradingPartnerId.toString(), TYPE, this);
    }
}
