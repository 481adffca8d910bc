package dev.superbill.clearinghouse.adjudication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What befalls a claim beyond the contract. Each payer goes round a table of twenty that holds eleven ordinary claims
 * and one of each other kind, in an order that payer and seed decide; a payer's first claim is always ordinary.
 */
public enum Treatment {
    ORDINARY,
    /** Unprocessable: CO16 with remark N290, rendering provider identifier. */
    LACKS_INFORMATION,
    /** First line without prior authorisation: CO197. */
    NOT_AUTHORISED,
    /** Last line not covered by the plan: PR204. */
    NOT_COVERED,
    /** Last of several lines bundled into the first: CO97. */
    BUNDLED,
    /** Decided for the claim as a whole, without service lines. */
    CLAIM_LEVEL,
    /** Paid too little; reversed and corrected together in the next remittance. */
    UNDERPAID,
    /** Paid too much; reversed in the next remittance, corrected in the one after it. */
    OVERPAID,
    /** Paid late, with interest (PLB L6). */
    WITH_INTEREST,
    /** An incentive above the fee: CO144, negative. */
    INCENTIVE;

    private static final int ROUND = 20;

    /**
     * The treatment of a payer's n-th claim from one submitter.
     *
     * @param ordinal from 1
     */
    public static Treatment of(String payerId, long seed, long ordinal) {
        int place = Math.toIntExact((ordinal - 1) % ROUND);
        return place == 0 ? ORDINARY : order(payerId, seed).get(place - 1);
    }

    private static List<Treatment> order(String payerId, long seed) {
        List<Treatment> order = new ArrayList<>(List.of(values()));
        while (order.size() < ROUND - 1) {
            order.add(ORDINARY);
        }
        Collections.shuffle(order, new Random(31 * seed + payerId.hashCode()));
        return order;
    }

    /** How much of its fee the payer allows at first. */
    public int percentOfFee() {
        return this == UNDERPAID ? 85 : 100;
    }

    /** How much of its fee the payer allows when it corrects itself. */
    public int correctedPercentOfFee() {
        return this == OVERPAID ? 85 : 100;
    }
}
