package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service line as it was billed.
 *
 * @param ordinal from 1
 * @param lineControlNumber 837 REF*6R, which the payer repeats
 * @param chargeCents in cents
 */
public record ClaimLine(
        int ordinal,
        @Nullable String lineControlNumber,
        String procedure,
        List<String> modifiers,
        @Nullable String units,
        long chargeCents,
        @Nullable LocalDate serviceDate) {

    public ClaimLine {
        modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    }

    public Money charge() {
        return Money.ofCents(chargeCents);
    }
}
