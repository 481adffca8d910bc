package dev.superbill.staff.credential;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential as callers see one. */
record CredentialView(
        UUID id,
        UUID employeeId,
        CredentialKind kind,
        @Nullable String number,
        @Nullable String state,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {}
