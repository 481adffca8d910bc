package dev.superbill.scheduling.patient;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient as callers see one. */
record PatientView(
        UUID id,
        String lastName,
        String firstName,
        @Nullable String middleName,
        LocalDate birthDate,
        Sex sex,
        Address address,
        @Nullable String phone,
        @Nullable String email,
        @Nullable UUID guarantorId,
        long version) {}
