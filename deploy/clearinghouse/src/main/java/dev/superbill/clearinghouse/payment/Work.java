package dev.superbill.clearinghouse.payment;

import dev.superbill.clearinghouse.adjudication.Treatment;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.time.Instant;

/**
 * Something that waits for a payer's next cycle.
 *
 * @param payerControlNumber the claim's; for a reversal that of the decision to be reversed
 * @param dueAt a cycle before this leaves it alone
 * @param receivedAt when the claim came; timely filing counts to it
 */
public record Work(
        Kind kind,
        SubmittedClaim claim,
        String payerControlNumber,
        Treatment treatment,
        Instant dueAt,
        Instant receivedAt) {

    /** What is to be done. */
    public enum Kind {
        /** Decide a claim. */
        ADJUDICATE,
        /** Take an earlier decision back. */
        REVERSE,
        /** Decide again what was taken back. */
        CORRECT
    }
}
