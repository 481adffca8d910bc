package dev.superbill.claims.visit;

import dev.superbill.claims.practice.Address;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the visit took place when not at the billing provider's address (2310C NM1*77).
 *
 * @param npi absent where the place has none
 */
@Schema(name = "ServiceFacility", examples = """
                {"name": "Mercy Hospital", "npi": "1679523708",
                 "address": {"line1": "1 Hospital Drive", "line2": null, "city": "Burlington", "state": "VT", "postalCode": "054011111"}}""")
public record ServiceFacility(
        @NotBlank(message = "The facility's name is needed")
        @Size(max = 60, message = "A name has at most 60 characters")
        String name,

        @Nullable @Size(max = 20, message = "An NPI has ten digits")
        String npi,

        @NotNull(message = "The facility's address is needed") @Valid
        Address address) {}
