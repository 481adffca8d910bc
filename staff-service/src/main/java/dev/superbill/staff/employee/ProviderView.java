package dev.superbill.staff.employee;

import dev.superbill.platform.web.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An employee who treats patients, as callers see one. */
@Schema(examples = ProviderView.EXAMPLE)
record ProviderView(
        UUID id,
        @Nullable String npi,
        @Nullable String taxonomy,
        String lastName,
        String firstName,
        boolean active,
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000002", "npi": "1234567893", "taxonomy": "207Q00000X",
             "lastName": "Okafor", "firstName": "Ngozi", "active": true, "version": 0}""";
}
