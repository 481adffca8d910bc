package dev.superbill.scheduling.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as callers see it.
 *
 * @param date the day of its start in the practice's time zone
 */
record AppointmentView(
        UUID id,
        AppointmentStatus status,
        List<Movement> history,
        UUID patientId,
        UUID providerId,
        @Nullable String room,
        Instant start,
        Instant end,
        LocalDate date,
        @Nullable String reason,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        long version) {}
