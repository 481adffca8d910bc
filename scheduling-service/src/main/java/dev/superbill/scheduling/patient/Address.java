package dev.superbill.scheduling.patient;

import dev.superbill.platform.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A postal address in the United States, as long as a claim can carry it (N3, N4).
 *
 * @param line1 street and number
 * @param line2 apartment, floor and the like
 * @param city the city
 * @param state two letters
 * @param postalCode 5 or 9 digits, the latter with or without a hyphen
 */
public record Address(
        @NotBlank(message = "The street is missing")
        @Size(max = 55, message = "The street has at most 55 characters")
        @PlainText
        String line1,

        @Size(max = 55, message = "The second line has at most 55 characters") @PlainText @Nullable
        String line2,

        @NotBlank(message = "The city is missing")
        @Size(max = 30, message = "The city has at most 30 characters")
        @PlainText
        String city,

        @NotNull(message = "The state is missing")
        @Pattern(regexp = "[A-Z]{2}", message = "The state has two capital letters, such as NY")
        String state,

        @NotNull(message = "The postal code is missing")
        @Pattern(
                regexp = "\\d{5}(-?\\d{4})?",
                message = "The postal code has 5 or 9 digits, such as 12345 or 12345-6789")
        String postalCode) {}
