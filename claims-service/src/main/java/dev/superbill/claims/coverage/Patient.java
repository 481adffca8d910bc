package dev.superbill.claims.coverage;

import dev.superbill.claims.practice.Address;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient as scheduling told last. Whatever may be missing there is nullable here; the scrubber asks for it.
 *
 * @param sex F, M or U (DMG03)
 */
public record Patient(
        UUID patientId,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable Address address,
        @Nullable String phone) {}
