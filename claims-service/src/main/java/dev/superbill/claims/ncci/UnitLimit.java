package dev.superbill.claims.ncci;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A medically unlikely edit (MUE): the most units of a procedure.
 *
 * @param units the most that are paid
 * @param adjudicationIndicator MAI: 1 by line, 2 by day and absolute, 3 by day, which documentation may outweigh
 * @param effectiveFrom first day
 * @param effectiveTo last day, null while it holds
 */
public record UnitLimit(
        @JsonProperty(required = true) String procedure,
        @JsonProperty(required = true) int units,
        @JsonProperty(required = true) int adjudicationIndicator,
        @JsonProperty(required = true) LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** Refuses a row in which a column that it needs is empty. */
    public UnitLimit {
        requireNonNull(procedure);
        requireNonNull(effectiveFrom);
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** Whether each line is judged by itself. */
    public boolean isOfLine() {
        return adjudicationIndicator == 1;
    }

    /** Whether the payer may be moved to pay more. */
    public boolean mayBeAppealed() {
        return adjudicationIndicator == 3;
    }
}
