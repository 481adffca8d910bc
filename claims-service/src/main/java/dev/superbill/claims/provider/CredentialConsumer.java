package dev.superbill.claims.provider;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps credentials as staff tells them. */
@ApplicationScoped
class CredentialConsumer {

    static final String GROUP = "claims.credential";
    static final String CREDENTIAL_CHANGED = "dev.superbill.staff.credential-changed.v1";

    /** What claims read of a credential's event. */
    record CredentialChanged(
            UUID credentialId,
            long version,
            UUID employeeId,
            String kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    private final Inbox inbox;
    private final EventHandlers handlers;

    CredentialConsumer(Inbox inbox, Providers providers) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(
                CREDENTIAL_CHANGED,
                CredentialChanged.class,
                (event, envelope) -> providers.keep(
                        event.credentialId(),
                        event.version(),
                        event.employeeId(),
                        event.kind(),
                        event.validFrom(),
                        event.validTo()));
    }

    @Incoming("credentials")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
