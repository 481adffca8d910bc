package dev.superbill.staff.leave;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a leave's history.
 *
 * @param from null when it was asked for
 */
@Embeddable
record Decision(
        @Column(name = "from_status") @Enumerated(EnumType.STRING) @Nullable
        LeaveStatus from,

        @Column(name = "to_status") @Enumerated(EnumType.STRING)
        LeaveStatus to,

        Instant at,
        String by) {}
