package dev.superbill.payments.patient;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of patients' names. */
@ApplicationScoped
class PatientConsumer {

    private final Inbox inbox;
    private final EventHandlers patients;

    PatientConsumer(Inbox inbox, PatientNames names) {
        this.inbox = inbox;
        this.patients = EventHandlers.on(
                PatientChanged.TYPE, PatientChanged.class, (patient, envelope) -> names.store(patient));
    }

    @Incoming("patients")
    @Blocking
    void onPatient(ConsumerRecord<String, byte[]> message) {
        inbox.receive("payments.patient", message, patients);
    }
}
