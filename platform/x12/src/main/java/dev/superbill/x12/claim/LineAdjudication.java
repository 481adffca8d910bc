package dev.superbill.x12.claim;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Procedure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another payer did with a line: loop 2430.
 *
 * @param payerId SVD01, the NM109 of that payer in 2330B
 * @param paidCents SVD02
 * @param procedure SVD03, as that payer adjudicated it
 * @param units SVD05; null when unreadable
 * @param bundledLine SVD06, the LX of the line it was bundled into; empty mostly
 * @param adjustments CAS
 * @param adjudicated DTP*573; null when the claim level has it
 * @param remainingCents AMT*EAF, remaining patient liability; null when absent
 */
public record LineAdjudication(
        String payerId,
        long paidCents,
        Procedure procedure,
        @Nullable BigDecimal units,
        String bundledLine,
        List<Adjustment> adjustments,
        @Nullable LocalDate adjudicated,
        @Nullable Long remainingCents) {
    /** Copies the list. */
    public LineAdjudication {
        adjustments = List.copyOf(adjustments);
    }
}
