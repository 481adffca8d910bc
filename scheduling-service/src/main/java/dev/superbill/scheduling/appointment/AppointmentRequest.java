package dev.superbill.scheduling.appointment;

import dev.superbill.platform.web.PlainText;
import dev.superbill.platform.web.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a booking asks for. */
@Schema(examples = AppointmentRequest.EXAMPLE)
record AppointmentRequest(
        @NotNull(message = "The patient is missing") UUID patientId,
        @NotNull(message = "The provider is missing") UUID providerId,
        @NotNull(message = "The start is missing") RequestedTime start,
        @NotNull(message = "The end is missing") RequestedTime end,

        @Size(max = 500, message = "The reason has at most 500 characters")
        @Pattern(regexp = PlainText.LINES, message = PlainText.MESSAGE)
        @Nullable
        String reason,

        @Size(min = 1, max = 40, message = "The room has 1 to 40 characters") @PlainText @Nullable
        String room) {

    static final String EXAMPLE = """
            {"patientId": "019a8f0e-7c1d-7000-8000-000000000001", "providerId": "019a8f0e-7c1d-7000-8000-000000000002",
             "start": "2026-11-24T09:00:00-05:00", "end": "2026-11-24T09:20:00-05:00", "reason": "Cough since Friday"}""";

    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * The booking, with its times in the practice's zone.
     *
     * @throws ProblemException 400 when it ends before it starts, or takes more than a day
     */
    Booking in(ZoneId zone) {
        Instant from = start.in(zone, "start");
        Instant to = end.in(zone, "end");
        if (!from.isBefore(to)) {
            throw ProblemException.badRequest("end", "It ends before it starts", "Let it end after its start");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw ProblemException.badRequest("end", "It takes more than 24 hours", "Let it end on the same day");
        }
        return new Booking(patientId, providerId, room, from, to, reason);
    }
}
