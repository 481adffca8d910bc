package dev.superbill.payments.ledger;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The wish to close days.
 *
 * @param through this day and all before it
 */
@Schema(name = "CloseRequest", examples = """
                {"through": "2026-10-31"}""")
record CloseRequest(
        @Schema(examples = "2026-10-31") @NotNull(message = "The last day to close is missing")
        LocalDate through) {}
