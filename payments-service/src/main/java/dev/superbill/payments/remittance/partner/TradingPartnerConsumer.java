package dev.superbill.payments.remittance.partner;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of trading partners. */
@ApplicationScoped
class TradingPartnerConsumer {

    private final Inbox inbox;
    private final EventHandlers partners;

    TradingPartnerConsumer(Inbox inbox, TradingPartners projection) {
        this.inbox = inbox;
        this.partners = EventHandlers.on(
                TradingPartnerChanged.TYPE,
                TradingPartnerChanged.class,
                (partner, envelope) -> projection.store(partner));
    }

    @Incoming("trading-partners")
    @Blocking
    void onTradingPartner(ConsumerRecord<String, byte[]> message) {
        inbox.receive("payments.trading-partner", message, partners);
    }
}
