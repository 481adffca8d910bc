package dev.superbill.claims.encounter;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Opens an encounter for each appointment that is checked out. */
@ApplicationScoped
class AppointmentConsumer {

    static final String GROUP = "claims.appointment";
    static final String APPOINTMENT_CHANGED = "dev.superbill.scheduling.appointment-changed.v1";

    private static final String CHECKED_OUT = "CHECKED_OUT";

    /** What claims read of an appointment's event. */
    record AppointmentChanged(UUID appointmentId, UUID patientId, UUID providerId, LocalDate date, String status) {}

    private final Inbox inbox;
    private final EventHandlers handlers;

    AppointmentConsumer(Inbox inbox, Encounters encounters) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(APPOINTMENT_CHANGED, AppointmentChanged.class, (event, envelope) -> {
            if (event.status().equals(CHECKED_OUT)) {
                encounters.open(new Encounter(
                        "appointment:" + event.appointmentId(), event.patientId(), event.providerId(), event.date()));
            }
        });
    }

    @Incoming("appointments")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
