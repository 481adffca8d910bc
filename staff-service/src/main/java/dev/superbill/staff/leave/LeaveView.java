package dev.superbill.staff.leave;

import dev.superbill.platform.web.Versioned;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A leave as callers see one; {@code to} is its last day. */
@Schema(examples = LeaveView.EXAMPLE)
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
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000007", "employeeId": "019a8f0e-7c1d-7000-8000-000000000002",
             "kind": "VACATION", "from": "2026-12-24", "to": "2026-12-28", "fromTime": null, "toTime": null,
             "status": "APPROVED",
             "history": [{"from": null, "to": "REQUESTED", "at": "2026-11-20T15:04:05.123456Z", "by": "hr"},
                         {"from": "REQUESTED", "to": "APPROVED", "at": "2026-11-21T09:00:00.654321Z", "by": "manager"}],
             "note": null, "version": 1}""";
}
