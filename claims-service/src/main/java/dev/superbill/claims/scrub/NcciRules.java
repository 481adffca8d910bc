package dev.superbill.claims.scrub;

import dev.superbill.claims.ncci.ProcedurePair;
import dev.superbill.claims.ncci.UnitLimit;
import dev.superbill.claims.visit.ClaimLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the National Correct Coding Initiative's tables say, as far as the practice has loaded them. */
final class NcciRules {

    /** The modifiers that bypass an edit of indicator 1 [NCCI Policy Manual, chapter I, section E]. */
    private static final Set<String> BYPASSING = Set.of(
            "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA", "T1", "T2", "T3",
            "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "RC", "LM", "RI", "24", "25", "57", "58", "78",
            "79", "27", "59", "91", "XE", "XS", "XP", "XU");

    private NcciRules() {}

    /**
     * {@code NCCI_PAIR}: two procedures of one provider, patient and day of which column 2 is part of column 1; the other
     * may stand on an older claim. Indicator 0 is absolute, 1 yields to a modifier at either.
     */
    static List<Edit> pairs(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            for (ProcedurePair pair : claim.ncci().pairs()) {
                if (pair.column2().equals(line.procedure())
                        && pair.holds(line.serviceDate())
                        && Stream.concat(claim.lines().stream(), claim.others().stream())
                                .anyMatch(other -> isBarred(pair, other, line))) {
                    edits.add(Edit.error(
                            "NCCI_PAIR",
                            "lines[" + i + "].procedure",
                            "The procedure is part of " + pair.column1() + " on the same day",
                            pair.yieldsToModifier()
                                    ? "Leave it out, or add the modifier that says why it was distinct"
                                    : "Leave it out: no modifier makes it payable"));
                }
            }
        }
        return edits;
    }

    private static boolean isBarred(ProcedurePair pair, ClaimLine comprehensive, ClaimLine component) {
        return pair.column1().equals(comprehensive.procedure())
                && comprehensive.serviceDate().equals(component.serviceDate())
                && !(pair.yieldsToModifier() && (bypasses(comprehensive) || bypasses(component)));
    }

    private static boolean bypasses(ClaimLine line) {
        return line.modifiers().stream().anyMatch(BYPASSING::contains);
    }

    /**
     * {@code UNITS_UNLIKELY}: more units than are paid; by line (MAI 1), or by day together with older claims (MAI 2, and
     * 3 as a warning, because documentation may outweigh it).
     */
    static List<Edit> units(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            for (UnitLimit limit : claim.ncci().unitLimits()) {
                if (limit.procedure().equals(line.procedure())
                        && limit.holds(line.serviceDate())
                        && units(line, limit, claim).compareTo(BigDecimal.valueOf(limit.units())) > 0) {
                    edits.add(unlikely(limit, "lines[" + i + "].units"));
                }
            }
        }
        return edits;
    }

    private static BigDecimal units(ClaimLine line, UnitLimit limit, ScrubInput claim) {
        return limit.isOfLine()
                ? line.units()
                : Stream.concat(claim.lines().stream(), claim.others().stream())
                        .filter(other -> other.procedure().equals(line.procedure())
                                && other.serviceDate().equals(line.serviceDate()))
                        .map(ClaimLine::units)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Edit unlikely(UnitLimit limit, String field) {
        String message = "At most " + limit.units() + " units are paid " + (limit.isOfLine() ? "a line" : "a day");
        if (limit.mayBeAppealed()) {
            return Edit.warning(
                    "UNITS_UNLIKELY", field, message, "Correct the units, or keep what proves them at hand");
        }
        return Edit.error(
                "UNITS_UNLIKELY",
                field,
                message,
                limit.isOfLine() ? "Correct the units, or split the line with a modifier" : "Correct the units");
    }
}
