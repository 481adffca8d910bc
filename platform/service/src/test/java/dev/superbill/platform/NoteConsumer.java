package dev.superbill.platform;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import dev.superbill.platform.practice.PracticeContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps what it has been told, and for which practice. */
@ApplicationScoped
class NoteConsumer {

    record NoteChanged(String id, String text) {}

    private static final Logger LOG = Logger.getLogger(NoteConsumer.class);

    private final List<String> applied = new CopyOnWriteArrayList<>();

    private final Inbox inbox;
    private final EventHandlers handlers;

    NoteConsumer(Inbox inbox, PracticeContext context) {
        this.inbox = inbox;
        this.handlers =
                EventHandlers.on("dev.superbill.platform.note-changed.v1", NoteChanged.class, (note, envelope) -> {
                    LOG.infof("Applied note %s", note.id());
                    applied.add(context.practice() + ":" + note.text());
                });
    }

    List<String> applied() {
        return applied;
    }

    @Incoming("notes")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive("staff.note", message, handlers);
    }
}
