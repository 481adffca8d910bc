package dev.superbill.claims.visit;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The drug that a service gave (loop 2410).
 *
 * @param ndc National Drug Code: eleven digits, with or without the hyphens of 5-4-2 (LIN03)
 * @param quantity CTP04, above zero
 * @param unit CTP05-1
 */
@Schema(name = "Drug", examples = "{\"ndc\": \"00409-1234-01\", \"quantity\": 2.5, \"unit\": \"ML\"}")
public record Drug(
        @NotBlank(message = "A drug has an NDC") @Size(max = 20, message = "An NDC has eleven digits")
        String ndc,

        @NotNull(message = "A drug has a quantity")
        @Positive(message = "A drug's quantity is above zero")
        @Digits(integer = 8, fraction = 3, message = "A quantity has at most 8 digits and 3 decimals")
        BigDecimal quantity,

        @NotNull(message = "A drug's unit is UN, ML, GR, ME or F2")
        Unit unit) {

    /** Units, millilitres, grams, milligrams, international units. */
    public enum Unit {
        UN,
        ML,
        GR,
        ME,
        F2
    }

    /** The NDC without hyphens, as LIN03 has it. */
    public String digits() {
        return ndc.replace("-", "");
    }
}
