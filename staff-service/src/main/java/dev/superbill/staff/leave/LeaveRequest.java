package dev.superbill.staff.leave;

import dev.superbill.platform.web.PlainText;
import dev.superbill.platform.web.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A leave that is asked for.
 *
 * @param from the first day
 * @param to the last day, which may be the first one
 * @param fromTime when it begins on the first day; absent for the whole day
 * @param toTime when it ends on the last day; absent for the whole day
 */
@Schema(examples = LeaveRequest.EXAMPLE)
record LeaveRequest(
        @NotNull(message = "The employee is missing") UUID employeeId,
        @NotNull(message = "The kind is missing") LeaveKind kind,
        @NotNull(message = "The first day is missing") LocalDate from,
        @NotNull(message = "The last day is missing") LocalDate to,
        @Nullable LocalTime fromTime,
        @Nullable LocalTime toTime,

        @Size(max = 200, message = "The note has at most 200 characters") @PlainText @Nullable
        String note) {

    static final String EXAMPLE = """
            {"employeeId": "019a8f0e-7c1d-7000-8000-000000000002", "kind": "VACATION", "from": "2026-12-24", "to": "2026-12-28"}""";

    /** The first moment of the leave; days begin and end by the practice's clock, also when that is changed. */
    Instant startsAt(ZoneId zone) {
        return (fromTime == null
                        ? from.atStartOfDay(zone)
                        : from.atTime(fromTime).atZone(zone))
                .toInstant();
    }

    /** The first moment after the leave. */
    Instant endsAt(ZoneId zone) {
        return (toTime == null
                        ? to.plusDays(1).atStartOfDay(zone)
                        : to.atTime(toTime).atZone(zone))
                .toInstant();
    }

    /**
     * Refuses what the single fields cannot tell.
     *
     * @throws ProblemException 400 when it ends before it begins, or takes more than two years
     */
    LeaveRequest checked(ZoneId zone) {
        if (to.isAfter(from.plusYears(2))) {
            throw ProblemException.badRequest("to", "The leave takes more than two years", "Correct the last day");
        }
        if (!startsAt(zone).isBefore(endsAt(zone))) {
            throw ProblemException.badRequest(
                    "to", "The leave ends before it begins", "Let it end on or after its first day");
        }
        return this;
    }
}
