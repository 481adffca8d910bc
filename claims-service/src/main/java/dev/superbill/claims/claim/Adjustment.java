package dev.superbill.claims.claim;

import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One adjustment of a CAS segment; positive reduces the payment.
 *
 * @param groupCode CO, PR, OA or PI
 * @param reasonCode CARC
 */
public record Adjustment(
        String groupCode,
        String reasonCode,
        Money amount,
        @Nullable BigDecimal quantity) {}
