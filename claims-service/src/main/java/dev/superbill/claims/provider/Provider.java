package dev.superbill.claims.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who treats patients (837P loop 2310B), as staff told last.
 *
 * @param npi the individual NPI
 * @param taxonomy ten characters of the NUCC code set
 * @param treatsPatients whether visits may be billed under the name
 */
public record Provider(
        UUID employeeId,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String npi,
        @Nullable String taxonomy,
        boolean treatsPatients,
        boolean active) {}
