package dev.superbill.staff.employee;

import dev.superbill.platform.events.OutboxEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An employee was hired or changed, or has left; carries the whole state that others need.
 *
 * @param version grows with each change
 * @param active whether the person works here now
 */
record EmployeeChanged(
        UUID employeeId,
        long version,
        String lastName,
        String firstName,
        @Nullable String npi,
        @Nullable String taxonomy,
        boolean treatsPatients,
        boolean active) {

    static final String TOPIC = "staff.employee";
    static final String TYPE = "dev.superbill.staff.employee-changed.v1";

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, employeeId.toString(), employeeId.toString(), TYPE, this);
    }
}
