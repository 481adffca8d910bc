package dev.superbill.scheduling.coverage;

import dev.superbill.platform.web.PlainText;
import dev.superbill.scheduling.patient.Address;
import dev.superbill.scheduling.patient.Sex;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Whose policy it is, where it is not the patient's. */
record Subscriber(
        @NotBlank(message = "The subscriber's last name is missing")
        @Size(max = 60, message = "The last name has at most 60 characters")
        @PlainText
        String lastName,

        @NotBlank(message = "The subscriber's first name is missing")
        @Size(max = 35, message = "The first name has at most 35 characters")
        @PlainText
        String firstName,

        @NotNull(message = "The subscriber's birth date is missing")
        @PastOrPresent(message = "The birth date lies in the future")
        LocalDate birthDate,

        @NotNull(message = "The subscriber's sex is missing")
        Sex sex,

        @NotNull(message = "The subscriber's address is missing") @Valid
        Address address) {}
