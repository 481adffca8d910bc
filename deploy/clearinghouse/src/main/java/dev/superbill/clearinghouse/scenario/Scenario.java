package dev.superbill.clearinghouse.scenario;

import dev.superbill.clearinghouse.adjudication.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * One request for behaviour.
 *
 * @param submitter whose files it means; null for all
 * @param payer whose answers it means; null for all
 * @param answers the kind of answer that {@link Kind#LATE} delays: TA1, 999, 277CA or 835; null for all
 * @param delaySeconds for those that wait; the payment cycle when 0
 * @param count how often it happens before it is over
 * @param treatment for {@link Kind#TREATMENT}
 */
public record Scenario(
        Kind kind,
        @Nullable String submitter,
        @Nullable String payer,
        @Nullable String answers,
        int delaySeconds,
        int count,
        @Nullable Treatment treatment) {

    /** What happens. */
    public enum Kind {
        /** Answers come later; counts answers. */
        LATE,
        /** A remittance comes again, byte for byte under another name and once more in another ISA; counts cycles. */
        REPEATED,
        /** 277CA before 999, 835 before the payer's 277CA; counts files. */
        OUT_OF_ORDER,
        /** Every second claim of a cycle is never answered; counts cycles. */
        PARTIAL,
        /** The payer accepts a batch's claims (A2), then rejects the first of them (A7) and never pays it; counts files. */
        CONTRADICTORY,
        /** The first claim of a remittance does not balance; counts cycles. */
        UNBALANCED,
        /** The remittance comes again with the same trace number and another content; counts cycles. */
        AMENDED,
        /** TA1 R; counts files. */
        REJECT_INTERCHANGE,
        /** 999 R; counts files. */
        REJECT_GROUP,
        /** 277CA A7 from the payer; counts claims. */
        REJECT_CLAIM,
        /** Paid too much, reversed in the next cycle, corrected in the one after it; counts claims. */
        REVERSAL_THEN_CORRECTION,
        /** The payer treats claims in a given way; counts claims. */
        TREATMENT
    }

    boolean means(Kind wanted, String ofSubmitter, @Nullable String ofPayer) {
        return kind == wanted
                && (submitter == null || submitter.equals(ofSubmitter))
                && (payer == null || payer.equals(ofPayer));
    }

    Scenario onceLess() {
        return new Scenario(kind, submitter, payer, answers, delaySeconds, count - 1, treatment);
    }
}
