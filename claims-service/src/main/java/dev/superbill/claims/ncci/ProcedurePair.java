package dev.superbill.claims.ncci;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A procedure-to-procedure edit (PTP): when both are done on one day, column 1 is paid and column 2 is not.
 *
 * @param modifierIndicator 0 no modifier bypasses it, 1 a modifier may, 9 the edit is not active
 * @param effectiveFrom first day
 * @param effectiveTo last day, null while it holds
 */
public record ProcedurePair(
        @JsonProperty(required = true) String column1,
        @JsonProperty(required = true) String column2,
        @JsonProperty(required = true) int modifierIndicator,
        @JsonProperty(required = true) LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** Refuses a row in which a column that it needs is empty. */
    public ProcedurePair {
        requireNonNull(column1);
        requireNonNull(column2);
        requireNonNull(effectiveFrom);
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return modifierIndicator != 9
                && !day.isBefore(effectiveFrom)
                && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** Whether a modifier bypasses it. */
    public boolean yieldsToModifier() {
        return modifierIndicator == 1;
    }
}
