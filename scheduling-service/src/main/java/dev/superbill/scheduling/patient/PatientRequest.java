package dev.superbill.scheduling.patient;

import dev.superbill.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the front desk takes down of a patient.
 *
 * @param sex unknown when absent
 * @param guarantorId another patient of the practice who pays; absent when the patient does
 */
@Schema(examples = PatientRequest.EXAMPLE)
record PatientRequest(
        @NotBlank(message = "The last name is missing")
        @Size(max = 60, message = "The last name has at most 60 characters")
        @PlainText
        String lastName,

        @NotBlank(message = "The first name is missing")
        @Size(max = 35, message = "The first name has at most 35 characters")
        @PlainText
        String firstName,

        @Size(max = 25, message = "The middle name has at most 25 characters") @PlainText @Nullable
        String middleName,

        @NotNull(message = "The birth date is missing") @PastOrPresent(message = "The birth date lies in the future")
        LocalDate birthDate,

        @Nullable Sex sex,
        @NotNull(message = "The address is missing") @Valid Address address,

        @Pattern(regexp = "[0-9+(). x-]{7,30}", message = "The phone number has 7 to 30 digits and + ( ) . - x")
        @Nullable
        String phone,

        @Email(message = "The e-mail address is malformed")
        @Size(max = 254, message = "The e-mail address has at most 254 characters")
        @Nullable
        String email,

        @Nullable UUID guarantorId) {

    static final String EXAMPLE = """
            {"lastName": "Rivera", "firstName": "Ana", "middleName": "L", "birthDate": "1984-03-09", "sex": "F",
             "address": {"line1": "12 Elm St", "line2": null, "city": "Albany", "state": "NY", "postalCode": "122070001"},
             "phone": "518-555-0142", "email": "ana@example.org", "guarantorId": null}""";
}
