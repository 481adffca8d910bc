package dev.superbill.staff.shift;

import dev.superbill.platform.web.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A shift as callers see one. */
@Schema(examples = ShiftView.EXAMPLE)
record ShiftView(
        UUID id,
        UUID employeeId,
        Instant start,
        Instant end,
        @Nullable String note,
        long version) implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000008", "employeeId": "019a8f0e-7c1d-7000-8000-000000000002",
             "start": "2026-11-24T13:00:00Z", "end": "2026-11-24T21:00:00Z", "note": "Front room", "version": 0}""";
}
