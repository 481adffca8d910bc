package dev.superbill.scheduling.schedule;

import dev.superbill.scheduling.patient.Text;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Hours of one date, which replace those of the week; without hours the date is closed. */
@Embeddable
record DateException(
        @NotNull(message = "The date is missing") LocalDate date,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,

        @Size(max = 200, message = "The reason has at most 200 characters")
        @Pattern(regexp = Text.PRINTABLE, message = Text.NOT_PRINTABLE)
        @Nullable
        String reason) {}
