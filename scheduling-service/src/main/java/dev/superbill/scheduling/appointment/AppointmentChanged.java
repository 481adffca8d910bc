package dev.superbill.scheduling.appointment;

import dev.superbill.platform.events.Identifying;
import dev.superbill.platform.events.OutboxEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment was booked or has moved; carries the whole state.
 *
 * @param version grows with each change
 * @param date the day of its start in the practice's time zone
 */
record AppointmentChanged(
        UUID appointmentId,
        long version,
        UUID patientId,
        UUID providerId,
        Instant start,
        Instant end,
        LocalDate date,
        AppointmentStatus status,
        @Identifying @Nullable String reason,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt) {

    static final String TOPIC = "scheduling.appointment";
    static final String TYPE = "dev.superbill.scheduling.appointment-changed.v1";

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, appointmentId.toString(), appointmentId.toString(), TYPE, this);
    }
}
