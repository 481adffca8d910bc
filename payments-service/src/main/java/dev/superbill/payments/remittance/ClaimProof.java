package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import dev.superbill.x12.X12Issue;
import dev.superbill.x12.remittance.Balance;
import dev.superbill.x12.remittance.Balancing;
import dev.superbill.x12.remittance.ClaimPayment;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an answer is right in itself: line and claim equations to the cent, and every amount readable.
 *
 * @param faults why it is held; empty when it is proven
 * @param warnings what holds nothing, such as a CLP05 that differs from its adjustments
 */
record ClaimProof(List<Reason> faults, List<Reason> warnings) {

    static ClaimProof of(ClaimPayment claim) {
        List<Reason> faults = new ArrayList<>(0);
        List<Reason> warnings = new ArrayList<>(0);
        for (X12Issue issue : claim.allIssues()) {
            (TransactionVerdict.holds(issue) ? faults : warnings).add(Reason.of(issue));
        }
        for (Balance.OutOfBalance broken : Balancing.prove(claim)) {
            faults.add(Reason.of(
                    "OUT_OF_BALANCE",
                    "Loop " + broken.loop() + ": " + broken.sentence()
                            + ". Ask the payer for a corrected remittance, or accept it with a reason.",
                    broken.segment(),
                    broken.position()));
        }
        Long stated = claim.patientResponsibilityCents();
        if (stated != null && !claim.reversal() && stated != Balancing.patientResponsibilityCents(claim)) {
            warnings.add(Reason.of(
                    "PATIENT_RESPONSIBILITY_DIFFERS",
                    "CLP05 differs from the sum of the PR adjustments, which are what is posted.",
                    "CLP",
                    claim.position()));
        }
        return new ClaimProof(faults, warnings);
    }
}
