package dev.superbill.claims.visit;

import dev.superbill.kernel.Money;
import java.util.List;

/**
 * What a claim says of the visit.
 *
 * @param placeOfService CLM05-1
 * @param diagnoses ICD-10-CM with their dots, the principal first
 * @param lines at most 50
 */
public record ClaimContent(
        String placeOfService, List<String> diagnoses, List<ClaimLine> lines, Circumstances circumstances) {

    /** The most lines that a claim has (837P loop 2400). */
    public static final int MOST_LINES = 50;

    public ClaimContent {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        // absent in what was stored before there were any
        circumstances = circumstances == null ? Circumstances.NONE : circumstances;
    }

    /** Σ of the lines' charges: CLM02. */
    public Money charge() {
        return Money.sum(lines.stream().map(ClaimLine::charge).toList());
    }
}
