package dev.superbill.payments.receivable;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of claims. */
@ApplicationScoped
class ClaimConsumer {

    private final Inbox inbox;
    private final EventHandlers claims;

    ClaimConsumer(Inbox inbox, Charges charges) {
        this.inbox = inbox;
        this.claims = EventHandlers.on(ClaimChanged.TYPE, ClaimChanged.class, (claim, envelope) -> charges.apply(claim))
                .and(SelfPayCharged.TYPE, SelfPayCharged.class, (visit, envelope) -> charges.apply(visit));
    }

    @Incoming("claims")
    @Blocking
    void onClaim(ConsumerRecord<String, byte[]> message) {
        inbox.receive("payments.receivable", message, claims);
    }
}
