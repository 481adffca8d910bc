package dev.superbill.staff.employee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employee as callers see one. */
record EmployeeView(
        UUID id,
        String lastName,
        String firstName,
        EmployeeRole role,
        @Nullable String npi,
        @Nullable String taxonomy,
        boolean treatsPatients,
        boolean active,
        @Nullable String phone,
        @Nullable String email,
        long version) {}
