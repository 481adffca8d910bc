package dev.superbill.payments.remittance.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What payments needs of claims-service's event. */
record TradingPartnerChanged(
        UUID tradingPartnerId,
        long version,
        String name,
        String submitterId,
        @Nullable String host,
        int port,
        @Nullable String hostKey,
        @Nullable String inboundFolder) {

    static final String TYPE = "dev.superbill.claims.trading-partner-changed.v1";
}
