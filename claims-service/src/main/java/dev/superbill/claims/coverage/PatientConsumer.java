package dev.superbill.claims.coverage;

import dev.superbill.claims.practice.Address;
import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Identifying;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps patients as scheduling tells them. */
@ApplicationScoped
class PatientConsumer {

    static final String GROUP = "claims.patient";
    static final String PATIENT_CHANGED = "dev.superbill.scheduling.patient-changed.v1";

    /** What claims read of a patient's event. */
    record PatientChanged(
            UUID patientId,
            long version,
            @Identifying @Nullable String lastName,
            @Identifying @Nullable String firstName,
            @Identifying @Nullable String middleName,
            @Identifying @Nullable LocalDate birthDate,
            @Nullable String sex,
            @Identifying @Nullable Address address,
            @Identifying @Nullable String phone) {

        Patient patient() {
            return new Patient(patientId, lastName, firstName, middleName, birthDate, sex, address, phone);
        }
    }

    private final Inbox inbox;
    private final EventHandlers handlers;

    PatientConsumer(Inbox inbox, Coverages coverages) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(
                PATIENT_CHANGED,
                PatientChanged.class,
                (event, envelope) -> coverages.keep(event.version(), event.patient()));
    }

    @Incoming("patients")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
