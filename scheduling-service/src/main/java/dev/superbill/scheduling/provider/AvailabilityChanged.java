package dev.superbill.scheduling.provider;

import java.util.List;
import java.util.UUID;

/** What booking needs of staff-service's event: all absences of an employee, which replace the earlier ones. */
record AvailabilityChanged(UUID employeeId, long version, List<Absence> unavailable) {

    static final String TYPE = "dev.superbill.staff.availability-changed.v1";
}
