package dev.superbill.claims.scrub;

import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How much. */
final class ChargeRules {

    /** Performance measures are reported with a charge of zero. */
    private static final Pattern CATEGORY_II = Pattern.compile("\\d{4}F");

    private ChargeRules() {}

    /**
     * {@code TOTAL_MISMATCH}, {@code TOTAL_NOT_POSITIVE}: CLM02 is the sum of SV102 and above zero [X222 2300 CLM, SNIP
     * type 3].
     */
    static List<Edit> total(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        Money sum = Money.sum(claim.lines().stream().map(ClaimLine::charge).toList());
        if (!sum.equals(claim.charge())) {
            edits.add(Edit.error(
                    "TOTAL_MISMATCH",
                    "chargeCents",
                    "The claim's total is " + claim.charge() + ", its lines make " + sum,
                    "Correct the lines"));
        }
        if (!claim.charge().isPositive()) {
            edits.add(Edit.error(
                    "TOTAL_NOT_POSITIVE", "chargeCents", "The claim charges nothing", "Correct the charges"));
        }
        return edits;
    }

    /**
     * {@code CHARGE_NEGATIVE}, {@code CHARGE_ZERO}, {@code UNITS_NOT_POSITIVE}: SV102 is not negative, SV104 above zero
     * [X222 2400 SV1]; a zero charge is a mistake except for performance measures (CPT category II).
     */
    static List<Edit> amounts(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            String field = "lines[" + i + "].chargeCents";
            if (line.charge().isNegative()) {
                edits.add(Edit.error("CHARGE_NEGATIVE", field, "The charge is negative", "Correct the charge"));
            } else if (line.charge().isZero()
                    && !CATEGORY_II.matcher(line.procedure()).matches()) {
                edits.add(Edit.error("CHARGE_ZERO", field, "The line charges nothing", "Correct the charge"));
            }
            if (line.units().signum() <= 0) {
                edits.add(Edit.error(
                        "UNITS_NOT_POSITIVE", "lines[" + i + "].units", "The line has no units", "Correct the units"));
            }
        }
        return edits;
    }
}
