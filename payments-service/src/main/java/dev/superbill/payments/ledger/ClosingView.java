package dev.superbill.payments.ledger;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Up to when the books are closed.
 *
 * @param closedThrough this day and all before it take no entry; null while all are open
 */
@Schema(name = "Closing", examples = """
                {"closedThrough": "2026-10-31"}""")
record ClosingView(
        @Schema(examples = "2026-10-31") @Nullable LocalDate closedThrough) {}
