package dev.superbill.staff.employee;

import dev.superbill.platform.web.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An employee as callers see one. */
@Schema(examples = EmployeeView.EXAMPLE)
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
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000006", "lastName": "Lindqvist", "firstName": "Karin", "role": "NURSE",
             "npi": null, "taxonomy": null, "treatsPatients": false, "active": true, "phone": "518-555-0170",
             "email": "karin@example.org", "version": 0}""";
}
