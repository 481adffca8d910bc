package dev.superbill.scheduling.appointment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booking that is well formed: it ends after it starts. */
record Booking(
        UUID patientId,
        UUID providerId,
        @Nullable String room,
        Instant start,
        Instant end,
        @Nullable String reason) {}
