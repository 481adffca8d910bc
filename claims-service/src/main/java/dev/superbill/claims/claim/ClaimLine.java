package dev.superbill.claims.claim;

import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A service line (837P loop 2400).
 *
 * @param ordinal from 1, LX01
 * @param lineControlNumber REF*6R: unique for ever, at most 30 characters
 * @param procedure CPT or HCPCS
 * @param modifiers at most 4
 * @param units without needless zeros
 * @param diagnosisPointers ordinals of the claim's diagnoses, from 1, at most 4
 */
public record ClaimLine(
        int ordinal,
        String lineControlNumber,
        String procedure,
        List<String> modifiers,
        BigDecimal units,
        Money charge,
        List<Integer> diagnosisPointers,
        LocalDate serviceDate) {

    public ClaimLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
    }
}
