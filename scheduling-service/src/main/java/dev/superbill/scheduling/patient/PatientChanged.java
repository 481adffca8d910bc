package dev.superbill.scheduling.patient;

import dev.superbill.platform.events.Identifying;
import dev.superbill.platform.events.OutboxEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient was registered or changed; carries the whole state.
 *
 * @param version grows with each change
 * @param guarantorId who pays; absent when the patient does
 */
record PatientChanged(
        UUID patientId,
        long version,
        @Identifying String lastName,
        @Identifying String firstName,
        @Identifying @Nullable String middleName,
        @Identifying LocalDate birthDate,
        Sex sex,
        @Identifying Address address,
        @Identifying @Nullable String phone,
        @Identifying @Nullable String email,
        @Nullable UUID guarantorId) {

    static final String TOPIC = "scheduling.patient";
    static final String TYPE = "dev.superbill.scheduling.patient-changed.v1";

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, patientId.toString(), patientId.toString(), TYPE, this);
    }
}
