package dev.superbill.staff.availability;

import dev.superbill.platform.events.OutboxEvent;
import java.util.List;
import java.util.UUID;

/**
 * The leave or the shifts of an employee have changed; carries all of them, but for those long past.
 *
 * @param version grows with each telling
 */
record AvailabilityChanged(UUID employeeId, long version, List<Absence> unavailable, List<Presence> shifts) {

    static final String TOPIC = "staff.availability";
    static final String TYPE = "dev.superbill.staff.availability-changed.v1";

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, employeeId.toString(), employeeId.toString(), TYPE, this);
    }
}
