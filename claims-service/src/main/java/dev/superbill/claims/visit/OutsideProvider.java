package dev.superbill.claims.visit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person who had a part in the visit without treating: who referred (2310A NM1*DN) or supervised (2310D NM1*DQ). Need
 * not work here.
 *
 * @param npi with its check digit, which the scrubber proves
 */
@Schema(
        name = "OutsideProvider",
        examples = "{\"npi\": \"1234567893\", \"lastName\": \"Okafor\", \"firstName\": \"Ngozi\"}")
public record OutsideProvider(
        @NotBlank(message = "The provider's NPI is needed") @Size(max = 20, message = "An NPI has ten digits")
        String npi,

        @NotBlank(message = "The provider's last name is needed")
        @Size(max = 60, message = "A last name has at most 60 characters")
        String lastName,

        @Nullable @Size(max = 35, message = "A first name has at most 35 characters")
        String firstName) {}
