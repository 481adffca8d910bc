package dev.superbill.payments.account;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is owed for a patient's visits; all zero for a patient who has none.
 *
 * @param payerCents by payers
 * @param patientCents by the patient
 */
record PatientAccount(
        UUID patientId,
        @Schema(examples = "19000") long payerCents,
        @Schema(examples = "4300") long patientCents,
        List<EncounterAccount> encounters) {

    static PatientAccount of(UUID patientId, List<EncounterAccount> encounters) {
        return new PatientAccount(
                patientId,
                encounters.stream()
                        .mapToLong(EncounterAccount::payerBalanceCents)
                        .reduce(0, Math::addExact),
                encounters.stream()
                        .mapToLong(EncounterAccount::patientBalanceCents)
                        .reduce(0, Math::addExact),
                encounters);
    }
}
