package dev.superbill.scheduling.schedule;

import java.util.List;
import java.util.UUID;

/** A provider's template as callers see it. */
record ScheduleView(UUID providerId, List<WeeklyHours> weekly, List<DateException> exceptions, long version) {}
