package dev.superbill.claims.visit;

import dev.superbill.kernel.Money;
import dev.superbill.platform.events.Identifying;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service line (837P loop 2400).
 *
 * @param ordinal from 1, LX01
 * @param lineControlNumber REF*6R: unique for ever, at most 30 characters
 * @param procedure CPT or HCPCS
 * @param modifiers at most 4
 * @param units without needless zeros
 * @param diagnosisPointers ordinals of the claim's diagnoses, from 1, at most 4
 * @param description SV101-7, of a procedure that its code does not tell
 * @param drug loop 2410
 */
public record ClaimLine(
        int ordinal,
        String lineControlNumber,
        String procedure,
        List<String> modifiers,
        BigDecimal units,
        Money charge,
        List<Integer> diagnosisPointers,
        LocalDate serviceDate,
        @Identifying @Nullable String description,
        @Nullable Drug drug) {

    public ClaimLine {
        modifiers = List.copyOf(modifiers);
        diagnosisPointers = List.copyOf(diagnosisPointers);
    }

    /** Whether a payer would take the two for one service billed twice. */
    public boolean repeats(ClaimLine other) {
        return procedure.equals(other.procedure)
                && serviceDate.equals(other.serviceDate)
                && units.compareTo(other.units) == 0
                && modifiers.stream()
                        .sorted()
                        .toList()
                        .equals(other.modifiers.stream().sorted().toList());
    }
}
