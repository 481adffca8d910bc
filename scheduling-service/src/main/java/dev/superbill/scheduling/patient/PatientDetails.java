package dev.superbill.scheduling.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What tells who a patient is: kept sealed, as one value. */
record PatientDetails(
        String lastName,
        String firstName,
        @Nullable String middleName,
        LocalDate birthDate,
        Address address,
        @Nullable String phone,
        @Nullable String email) {

    static PatientDetails of(PatientRequest request) {
        return new PatientDetails(
                request.lastName().strip(),
                request.firstName().strip(),
                blankToNull(request.middleName()),
                request.birthDate(),
                request.address(),
                request.phone(),
                request.email());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
