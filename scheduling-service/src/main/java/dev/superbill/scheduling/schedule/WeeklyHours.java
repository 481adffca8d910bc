package dev.superbill.scheduling.schedule;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hours of every week, in the practice's time zone; a day may have several.
 *
 * @param capacity how many patients may be booked at once; one when absent
 */
@Embeddable
record WeeklyHours(
        @NotNull(message = "The day is missing") @Enumerated(EnumType.STRING)
        DayOfWeek day,

        @NotNull(message = "The opening time is missing") LocalTime opens,
        @NotNull(message = "The closing time is missing") LocalTime closes,

        @Min(value = 1, message = "The capacity is 1 to 20")
        @Max(value = 20, message = "The capacity is 1 to 20")
        @Nullable
        Integer capacity) {

    WeeklyHours {
        capacity = Objects.requireNonNullElse(capacity, 1);
    }
}
