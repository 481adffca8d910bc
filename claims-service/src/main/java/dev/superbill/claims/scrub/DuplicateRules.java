package dev.superbill.claims.scrub;

import dev.superbill.claims.visit.ClaimLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was billed before. */
final class DuplicateRules {

    /** Repeat procedure by the same or another physician, repeat laboratory test, distinct service. */
    private static final Set<String> SAYS_REPEATED = Set.of("76", "77", "91", "59", "XE", "XP", "XS", "XU");

    private DuplicateRules() {}

    /**
     * {@code DUPLICATE_LINE}: payers deny the second of two equal lines (CARC 18) unless a modifier says that it was done
     * twice. A warning: more units on one line, or a modifier, may be what is meant.
     */
    static List<Edit> withinClaim(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 1; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            if (!saysRepeated(line) && claim.lines().subList(0, i).stream().anyMatch(line::repeats)) {
                edits.add(Edit.warning(
                        "DUPLICATE_LINE",
                        "lines[" + i + "]",
                        "The line repeats another of the claim",
                        "Bill more units on one line, or add modifier 76"));
            }
        }
        return edits;
    }

    /**
     * {@code DUPLICATE_CLAIM}: an older claim bills the same patient, provider, date, procedure, modifiers and units (CARC
     * 18). Asked of originals only: a replacement repeats by its nature.
     */
    static List<Edit> betweenClaims(ScrubInput claim) {
        if (!claim.frequency().equals(ScrubInput.ORIGINAL)) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            if (!saysRepeated(line) && claim.others().stream().anyMatch(line::repeats)) {
                edits.add(Edit.error(
                        "DUPLICATE_CLAIM",
                        "lines[" + i + "]",
                        "Another claim bills the same service of the same provider on that day",
                        "Void one of the two, or add the modifier that says that it was done twice"));
            }
        }
        return edits;
    }

    private static boolean saysRepeated(ClaimLine line) {
        return line.modifiers().stream().anyMatch(SAYS_REPEATED::contains);
    }
}
