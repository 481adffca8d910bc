package dev.superbill.payments.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a posting is about, as far as it is known.
 *
 * @param claimId our claim to this payer; absent where we did not send it ourselves (a crossover)
 * @param payerId who owes; always given in {@code ar.payer}
 * @param payerRank the payer's place among the coverages: 1 primary, 2 secondary, 3 tertiary
 * @param controlNumber the patient control number (CLM01), which all payers of the claim share
 * @param serviceDate from when a receivable ages; always given in {@code ar.payer} and {@code ar.patient}
 */
public record Concern(
        @Nullable UUID claimId,
        @Nullable UUID encounterId,
        @Nullable UUID patientId,
        @Nullable UUID payerId,
        @Nullable Integer payerRank,
        @Nullable String controlNumber,
        @Nullable LocalDate serviceDate) {

    /** About nobody in particular. */
    public static final Concern NONE = new Concern(null, null, null, null, null, null, null);

    /** About a payer and no claim. */
    public static Concern payer(UUID payerId) {
        return new Concern(null, null, null, payerId, null, null, null);
    }
}
