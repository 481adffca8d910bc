package dev.superbill.staff.shift;

import dev.superbill.platform.web.PlainText;
import dev.superbill.platform.web.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shift to be worked. */
@Schema(examples = ShiftRequest.EXAMPLE)
record ShiftRequest(
        @NotNull(message = "The employee is missing") UUID employeeId,
        @NotNull(message = "The start is missing") Instant start,
        @NotNull(message = "The end is missing") Instant end,

        @Size(max = 200, message = "The note has at most 200 characters") @PlainText @Nullable
        String note) {

    static final String EXAMPLE = """
            {"employeeId": "019a8f0e-7c1d-7000-8000-000000000002", "start": "2026-11-24T08:00:00-05:00", "end": "2026-11-24T16:00:00-05:00", "note": "Front room"}""";

    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Refuses what the single fields cannot tell.
     *
     * @throws ProblemException 400 when it ends before it starts, or takes more than a day
     */
    ShiftRequest checked() {
        if (!start.isBefore(end)) {
            throw ProblemException.badRequest("end", "It ends before it starts", "Let it end after its start");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest("end", "It takes more than 24 hours", "Enter one shift for each day");
        }
        return this;
    }
}
