package dev.superbill.scheduling.schedule;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** Hours of every week, in the practice's time zone; a day may have several. */
@Embeddable
record WeeklyHours(
        @NotNull(message = "The day is missing") @Enumerated(EnumType.STRING)
        DayOfWeek day,

        @NotNull(message = "The opening time is missing") LocalTime opens,
        @NotNull(message = "The closing time is missing") LocalTime closes) {}
