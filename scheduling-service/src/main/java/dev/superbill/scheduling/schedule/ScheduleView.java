package dev.superbill.scheduling.schedule;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider's template as callers see it. */
@Schema(examples = ScheduleView.EXAMPLE)
record ScheduleView(UUID providerId, List<WeeklyHours> weekly, List<DateException> exceptions, long version) {

    static final String EXAMPLE = """
            {"providerId": "019a8f0e-7c1d-7000-8000-000000000002",
             "weekly": [{"day": "MONDAY", "opens": "08:00:00", "closes": "12:00:00", "capacity": 1}],
             "exceptions": [{"date": "2026-12-25", "opens": null, "closes": null, "capacity": 1, "reason": "Christmas"}],
             "version": 0}""";
}
