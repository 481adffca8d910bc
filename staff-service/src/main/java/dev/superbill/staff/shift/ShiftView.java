package dev.superbill.staff.shift;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A shift as callers see one. */
record ShiftView(
        UUID id,
        UUID employeeId,
        Instant start,
        Instant end,
        @Nullable String note,
        long version) {}
