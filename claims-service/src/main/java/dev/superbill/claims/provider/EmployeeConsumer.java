package dev.superbill.claims.provider;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps those who treat patients as staff tells them. */
@ApplicationScoped
class EmployeeConsumer {

    static final String GROUP = "claims.provider";
    static final String EMPLOYEE_CHANGED = "dev.superbill.staff.employee-changed.v1";

    /** What claims read of an employee's event. */
    record EmployeeChanged(
            UUID employeeId,
            long version,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String npi,
            @Nullable String taxonomy,
            boolean treatsPatients,
            boolean active) {

        Provider provider() {
            return new Provider(employeeId, lastName, firstName, npi, taxonomy, treatsPatients, active);
        }
    }

    private final Inbox inbox;
    private final EventHandlers handlers;

    EmployeeConsumer(Inbox inbox, Providers providers) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(
                EMPLOYEE_CHANGED,
                EmployeeChanged.class,
                (event, envelope) -> providers.keep(event.version(), event.provider()));
    }

    @Incoming("employees")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
