package dev.superbill.payments.payer;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of payers. */
@ApplicationScoped
class PayerConsumer {

    private final Inbox inbox;
    private final EventHandlers payers;

    PayerConsumer(Inbox inbox, Payers projection) {
        this.inbox = inbox;
        this.payers =
                EventHandlers.on(PayerChanged.TYPE, PayerChanged.class, (payer, envelope) -> projection.store(payer));
    }

    @Incoming("payers")
    @Blocking
    void onPayer(ConsumerRecord<String, byte[]> message) {
        inbox.receive("payments.payer", message, payers);
    }
}
