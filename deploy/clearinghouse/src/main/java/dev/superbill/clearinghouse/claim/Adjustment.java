package dev.superbill.clearinghouse.claim;

/**
 * One reason why an amount is not paid (a triplet of CAS).
 *
 * @param group CAS01: who bears it
 * @param reason CARC
 * @param cents positive reduces the payment, negative raises it
 */
public record Adjustment(Group group, String reason, long cents) {

    /** Claim adjustment group codes that a payer writes in 5010. */
    public enum Group {
        /** Contractual obligation: the provider's, never the patient's. */
        CO,
        /** Patient responsibility. */
        PR,
        /** Other, among them what an earlier payer did (OA23). */
        OA,
        /** Payer-initiated reduction without a contract. */
        PI
    }

    /** The same with the sign turned, as a reversal repeats it. */
    public Adjustment negated() {
        return new Adjustment(group, reason, Math.negateExact(cents));
    }
}
