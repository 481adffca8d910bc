package dev.superbill.staff.practice;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of the practice. */
@ApplicationScoped
class PracticeConsumer {

    private final Inbox inbox;
    private final EventHandlers practices;

    PracticeConsumer(Inbox inbox, PracticeZone zone) {
        this.inbox = inbox;
        this.practices = EventHandlers.on(
                PracticeChanged.TYPE, PracticeChanged.class, (practice, envelope) -> zone.store(practice));
    }

    @Incoming("practices")
    @Blocking
    void onPractice(ConsumerRecord<String, byte[]> message) {
        inbox.receive("staff.practice", message, practices);
    }
}
