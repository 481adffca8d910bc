package dev.superbill.claims.scrub;

import dev.superbill.claims.visit.ClaimLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What modifiers say together. */
final class ModifierRules {

    private static final String BOTH_SIDES = "50";
    private static final Set<String> SIDES = Set.of("LT", "RT");
    private static final Set<String> DISTINCT = Set.of("XE", "XP", "XS", "XU");

    /** Evaluation and management, eye examinations, and Medicare's visits. */
    private static final Pattern VISIT =
            Pattern.compile("99[2-4]\\d{2}|920(02|04|12|14)|G0[24]\\d{2}|G0101|S06[12]\\d");

    private ModifierRules() {}

    /**
     * {@code MODIFIERS_CONTRADICT}: professional and technical component (26, TC) are billed whole when both; both sides
     * (50) exclude one side, and left excludes right on one line; 59 is the general form of XE, XP, XS, XU and not used
     * with them [CMS, NCCI Policy Manual, chapter I; Medicare Claims Processing Manual, chapter 12].
     */
    static List<Edit> contradictions(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            List<String> modifiers = claim.lines().get(i).modifiers();
            if (modifiers.containsAll(Set.of("26", "TC"))
                    || modifiers.containsAll(SIDES)
                    || (modifiers.contains(BOTH_SIDES) && modifiers.stream().anyMatch(SIDES::contains))
                    || (modifiers.contains("59") && modifiers.stream().anyMatch(DISTINCT::contains))) {
                edits.add(Edit.error(
                        "MODIFIERS_CONTRADICT",
                        "lines[" + i + "].modifiers",
                        "Two of the modifiers exclude each other",
                        "Leave one out"));
            }
        }
        return edits;
    }

    /**
     * {@code MODIFIER_25_MISPLACED}, {@code BILATERAL_UNITS}, warnings: 25 belongs to the visit and not to the procedure;
     * with 50 the line has one unit.
     */
    static List<Edit> places(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            if (line.modifiers().contains("25")
                    && !VISIT.matcher(line.procedure()).matches()) {
                edits.add(Edit.warning(
                        "MODIFIER_25_MISPLACED",
                        "lines[" + i + "].modifiers",
                        "Modifier 25 stands at a procedure that is no visit",
                        "Put it to the visit of the same day"));
            }
            if (line.modifiers().contains(BOTH_SIDES) && line.units().compareTo(BigDecimal.ONE) != 0) {
                edits.add(Edit.warning(
                        "BILATERAL_UNITS",
                        "lines[" + i + "].units",
                        "A procedure on both sides has one unit",
                        "Bill one unit with modifier 50"));
            }
        }
        return edits;
    }
}
