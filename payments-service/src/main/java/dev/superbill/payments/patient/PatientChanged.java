package dev.superbill.payments.patient;

import dev.superbill.platform.events.Identifying;
import java.util.UUID;

/** What payments needs of scheduling-service's event. */
record PatientChanged(
        UUID patientId,
        long version,
        @Identifying String lastName,
        @Identifying String firstName) {

    static final String TYPE = "dev.superbill.scheduling.patient-changed.v1";
}
