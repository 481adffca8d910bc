package dev.superbill.scheduling.appointment;

import dev.superbill.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as callers see it.
 *
 * @param date the day of its start in the practice's time zone
 * @param providerAway the provider has got leave since it was booked: move it, or cancel it
 */
@Schema(examples = AppointmentView.EXAMPLE)
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
        boolean providerAway,
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000005", "status": "CHECKED_IN",
             "history": [{"from": null, "to": "BOOKED", "at": "2026-11-20T15:04:05.123456Z", "by": "frontdesk"},
                         {"from": "BOOKED", "to": "CHECKED_IN", "at": "2026-11-24T13:55:12.654321Z", "by": "frontdesk"}],
             "patientId": "019a8f0e-7c1d-7000-8000-000000000001", "providerId": "019a8f0e-7c1d-7000-8000-000000000002",
             "room": null, "start": "2026-11-24T14:00:00Z", "end": "2026-11-24T14:20:00Z", "date": "2026-11-24",
             "reason": "Cough since Friday", "checkedInAt": "2026-11-24T13:55:12.654321Z", "checkedOutAt": null, "providerAway": false,
             "version": 1}""";
}
