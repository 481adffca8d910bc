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
@Schema(name = "PatientAccount", examples = """
                {"patientId": "019a8f0e-7c1d-7000-8000-000000000001", "payerCents": 0, "patientCents": 4300, "encounters": [
                {"encounterId": "019a8f0e-7c1d-7000-8000-000000000002",
                 "patientId": "019a8f0e-7c1d-7000-8000-000000000001", "serviceDate": "2026-10-01", "chargeCents": 19000,
                 "paidCents": 7260, "adjustedCents": 7440, "payerBalanceCents": 0, "patientBalanceCents": 4300, "claims": [
                 {"claimId": "019a8f0e-7c1d-7000-8000-000000000010", "patientControlNumber": "442FC75A14",
                  "payerId": "019a8f0e-7c1d-7000-8000-000000000003", "rank": 1, "chargeCents": 19000, "paidCents": 7260,
                  "adjustedCents": 7440, "patientResponsibilityCents": 4300, "payerBalanceCents": 0}]}]}""")
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
