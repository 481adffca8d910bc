package dev.superbill.scheduling.provider;

import java.util.UUID;

/** What booking needs of staff-service's event. */
record EmployeeChanged(
        UUID employeeId, long version, String lastName, String firstName, boolean treatsPatients, boolean active) {

    static final String TYPE = "dev.superbill.staff.employee-changed.v1";
}
