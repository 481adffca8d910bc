package dev.superbill.staff.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A feature that knows when employees are away or at work. */
public interface TimeSource {

    /** When an employee is away, as far as this feature knows; only what ends after a moment. */
    default List<Absence> absences(UUID employeeId, Instant after) {
        return List.of();
    }

    /** When an employee works, as far as this feature knows; only what ends after a moment. */
    default List<Presence> presences(UUID employeeId, Instant after) {
        return List.of();
    }
}
