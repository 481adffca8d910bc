package dev.superbill.staff.leave;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A leave as callers see one; {@code to} is its last day. */
record LeaveView(
        UUID id,
        UUID employeeId,
        LeaveKind kind,
        LocalDate from,
        LocalDate to,
        @Nullable LocalTime fromTime,
        @Nullable LocalTime toTime,
        LeaveStatus status,
        List<Decision> history,
        @Nullable String note,
        long version) {}
