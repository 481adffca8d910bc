package dev.superbill.claims.coverage;

import java.util.UUID;

/** Tells other features, in the same transaction, that a patient or one of the patient's coverages is new or changed. */
public record PatientTouched(UUID patientId) {}
