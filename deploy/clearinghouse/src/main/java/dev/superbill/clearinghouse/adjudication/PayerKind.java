package dev.superbill.clearinghouse.adjudication;

import java.util.Locale;

/**
 * The kinds of payer and their contracts. A claim's filing indicator (SBR09) names the public ones; of the others,
 * payer id and seed choose one, so a payer is the same kind for as long as the seed is.
 */
public enum PayerKind {
    /** Part B: 20 % coinsurance, sequestration, crosses over to the next payer. */
    MEDICARE(62, 24_000, 20, 0, 200, 365, false, true, Method.ACH, Recovery.FORWARD),
    /** Low fees, nothing for the patient to pay, pays by check. */
    MEDICAID(45, 0, 0, 0, 0, 365, false, false, Method.CHECK, Recovery.RECOUP),
    /** A preferred provider plan: deductible, then coinsurance. */
    PREFERRED(78, 5_000, 20, 0, 0, 180, false, false, Method.ACH, Recovery.RECOUP),
    /** A managed plan: copay, prior authorisation for imaging. */
    MANAGED(70, 0, 0, 2_500, 0, 90, true, false, Method.ACH, Recovery.FORWARD),
    /** An indemnity plan: the highest fees, deductible and coinsurance. */
    INDEMNITY(88, 10_000, 30, 0, 0, 365, false, false, Method.ACH, Recovery.FORWARD);

    /** How the money comes (BPR04). */
    public enum Method {
        ACH,
        CHECK
    }

    /** How money that was paid too much comes back. */
    public enum Recovery {
        /** Only when a payment would be negative: the rest is carried to the next one (PLB FB). */
        FORWARD,
        /** The takeback is given back at once and recovered from the next payment (PLB WO). */
        RECOUP
    }

    private final int feePercent;
    private final long deductibleCents;
    private final int coinsurancePercent;
    private final long copayCents;
    private final int sequestrationBasisPoints;
    private final int timelyFilingDays;
    private final boolean authorisesImaging;
    private final boolean crossesOver;
    private final Method method;
    private final Recovery recovery;

    PayerKind(
            int feePercent,
            long deductibleCents,
            int coinsurancePercent,
            long copayCents,
            int sequestrationBasisPoints,
            int timelyFilingDays,
            boolean authorisesImaging,
            boolean crossesOver,
            Method method,
            Recovery recovery) {
        this.feePercent = feePercent;
        this.deductibleCents = deductibleCents;
        this.coinsurancePercent = coinsurancePercent;
        this.copayCents = copayCents;
        this.sequestrationBasisPoints = sequestrationBasisPoints;
        this.timelyFilingDays = timelyFilingDays;
        this.authorisesImaging = authorisesImaging;
        this.crossesOver = crossesOver;
        this.method = method;
        this.recovery = recovery;
    }

    /**
     * The kind of a payer.
     *
     * @param filingIndicator SBR09 of its claims
     */
    public static PayerKind of(String payerId, String filingIndicator, long seed) {
        return switch (filingIndicator.toUpperCase(Locale.ROOT)) {
            case "MA", "MB" -> MEDICARE;
            case "MC" -> MEDICAID;
            case "HM", "16" -> MANAGED;
            default -> {
                PayerKind[] others = {PREFERRED, MANAGED, INDEMNITY};
                yield others[Dice.of(seed, payerId, others.length)];
            }
        };
    }

    /** Σ a patient pays in a calendar year before the plan does. */
    public long deductibleCents() {
        return deductibleCents;
    }

    /** The patient's share of what is allowed after the deductible. */
    public int coinsurancePercent() {
        return coinsurancePercent;
    }

    /** What the patient pays for each visit. */
    public long copayCents() {
        return copayCents;
    }

    /** The federal reduction of each payment, in hundredths of a percent. */
    public int sequestrationBasisPoints() {
        return sequestrationBasisPoints;
    }

    /** Days from the service to the last day of filing. */
    public int timelyFilingDays() {
        return timelyFilingDays;
    }

    /** True when imaging (CPT 70010 to 79999) needs a prior authorisation. */
    public boolean authorisesImaging() {
        return authorisesImaging;
    }

    /** True when it sends its claims on to the next payer by itself. */
    public boolean crossesOver() {
        return crossesOver;
    }

    /** How it pays. */
    public Method method() {
        return method;
    }

    /** How it takes money back. */
    public Recovery recovery() {
        return recovery;
    }

    /**
     * The fee schedule: a percentage of the charge that differs by procedure, never more than the charge.
     *
     * @param percentOfFee 100, or less where the payer errs and will correct itself
     * @return the allowed amount in cents
     */
    public long allowedCents(String procedure, long chargeCents, int percentOfFee) {
        int percent = feePercent - 5 + Dice.of(feePercent, procedure, 11);
        return Math.min(chargeCents, share(share(chargeCents, percent * 100), percentOfFee * 100));
    }

    /** A share of an amount, rounded half up, in hundredths of a percent. */
    static long share(long cents, int basisPoints) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(cents, (long) basisPoints), 5_000), 10_000L);
    }
}
