package dev.superbill.staff.employee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An employee who treats patients, as callers see one. */
record ProviderView(
        UUID id,
        @Nullable String npi,
        @Nullable String taxonomy,
        String lastName,
        String firstName,
        boolean active,
        long version) {}
