package dev.superbill.scheduling.schedule;

import dev.superbill.platform.web.PlainText;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hours of one date, which replace those of the week; without hours the date is closed.
 *
 * @param capacity how many patients may be booked at once; one when absent
 */
@Embeddable
record DateException(
        @NotNull(message = "The date is missing") LocalDate date,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,

        @Min(value = 1, message = "The capacity is 1 to 20")
        @Max(value = 20, message = "The capacity is 1 to 20")
        @Nullable
        Integer capacity,

        @Size(max = 200, message = "The reason has at most 200 characters") @PlainText @Nullable
        String reason) {

    DateException {
        capacity = Objects.requireNonNullElse(capacity, 1);
    }
}
