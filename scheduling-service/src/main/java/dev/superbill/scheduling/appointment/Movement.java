package dev.superbill.scheduling.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an appointment's history.
 *
 * @param from null when it was booked
 * @param at when
 * @param by who did it
 */
@Embeddable
record Movement(
        @Column(name = "from_status") @Enumerated(EnumType.STRING) @Nullable
        AppointmentStatus from,

        @Column(name = "to_status") @Enumerated(EnumType.STRING)
        AppointmentStatus to,

        Instant at,
        String by) {}
