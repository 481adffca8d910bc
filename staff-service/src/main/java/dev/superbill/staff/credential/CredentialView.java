package dev.superbill.staff.credential;

import dev.superbill.platform.web.Versioned;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credential as callers see one. */
@Schema(examples = CredentialView.EXAMPLE)
record CredentialView(
        UUID id,
        UUID employeeId,
        CredentialKind kind,
        @Nullable String number,
        @Nullable String state,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000009", "employeeId": "019a8f0e-7c1d-7000-8000-000000000002",
             "kind": "LICENSE", "number": "298411", "state": "NY", "validFrom": "2024-07-01", "validTo": "2027-06-30",
             "version": 0}""";
}
