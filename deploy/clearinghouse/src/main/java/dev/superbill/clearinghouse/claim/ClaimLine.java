package dev.superbill.clearinghouse.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service line (loop 2400).
 *
 * @param controlNumber REF*6R; echoed in the remittance
 * @param procedure SV101-2
 * @param chargeCents SV102
 * @param units SV104 as written
 * @param patientOweCents what the last earlier payer left to the patient (Σ PR of loop 2430); null when that payer did
 *     not adjudicate by line, or there is none
 */
public record ClaimLine(
        int number,
        @Nullable String controlNumber,
        String procedure,
        List<String> modifiers,
        long chargeCents,
        String units,
        LocalDate serviceDate,
        @Nullable Long patientOweCents) {

    public ClaimLine {
        modifiers = List.copyOf(modifiers);
    }
}
