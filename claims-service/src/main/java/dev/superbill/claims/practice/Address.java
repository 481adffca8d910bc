package dev.superbill.claims.practice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A postal address in the United States (837P segments N3 and N4).
 *
 * @param line1 street and number
 * @param line2 suite, floor
 * @param state two letters
 * @param postalCode five or nine digits, without or with a hyphen
 */
public record Address(
        @NotBlank(message = "A street is needed") @Size(max = 55)
        String line1,

        @Nullable @Size(max = 55) String line2,

        @NotBlank(message = "A city is needed") @Size(max = 30)
        String city,

        @NotBlank(message = "A state is needed") @Pattern(regexp = "[A-Z]{2}", message = "A state has two letters")
        String state,

        @NotBlank(message = "A postal code is needed")
        @Pattern(regexp = "\\d{5}(-?\\d{4})?", message = "A postal code has five or nine digits")
        String postalCode) {

    private static final int WITH_ROUTE = 9;

    /** Whether the postal code has the four digits of the delivery route (ZIP+4). */
    public boolean hasDeliveryRoute() {
        return postalCode.replace("-", "").length() == WITH_ROUTE;
    }
}
