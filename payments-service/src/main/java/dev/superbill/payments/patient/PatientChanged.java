package dev.superbill.payments.patient;

import java.util.UUID;

/** What payments needs of scheduling-service's event. */
record PatientChanged(UUID patientId, long version, String lastName, String firstName) {

    static final String TYPE = "dev.superbill.scheduling.patient-changed.v1";
}
