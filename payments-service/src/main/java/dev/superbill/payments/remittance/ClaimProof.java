package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.X12Issue;
import dev.superbill.x12.remittance.Balance;
import dev.superbill.x12.remittance.Balancing;
import dev.superbill.x12.remittance.ClaimPayment;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an answer is right in itself: line and claim equations to the cent, and every amount readable.
 *
 * @param balanced whether every amount is readable and every equation holds
 * @param faults why it is held; empty when it may post
 * @param warnings what holds nothing, such as a CLP05 that differs from its adjustments
 */
record ClaimProof(boolean balanced, List<Reason> faults, List<Reason> warnings) {

    /** So many of each are listed; a claim of a thousand wrong lines is held by the first. */
    private static final int MOST = 50;

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
        boolean balanced = faults.isEmpty();
        if (!Identifiers.fits(claim.patientControlNumber())
                || !Identifiers.fits(claim.payerControlNumber())
                || !Identifiers.fits(claim.memberId())) {
            faults.add(Reason.of(
                    IssueCode.TOO_LONG.name(),
                    "CLP01, CLP07 or the member id is longer than " + Identifiers.LONGEST
                            + " characters: it can be no claim of ours as it stands.",
                    "CLP",
                    claim.position()));
        }
        Long stated = claim.patientResponsibilityCents();
        if (stated != null && !claim.reversal() && stated != Balancing.patientResponsibilityCents(claim)) {
            warnings.add(Reason.of(
                    "PATIENT_RESPONSIBILITY_DIFFERS",
                    "CLP05 differs from the sum of the PR adjustments, which are what is posted.",
                    "CLP",
                    claim.position()));
        }
        return new ClaimProof(balanced, first(faults), first(warnings));
    }

    private static List<Reason> first(List<Reason> reasons) {
        return reasons.size() <= MOST ? reasons : List.copyOf(reasons.subList(0, MOST));
    }
}
