package dev.superbill.claims.claim;

import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim in short, for other features.
 *
 * @param batchId the batch it was last put into
 */
public record ClaimSummary(
        UUID id,
        UUID encounterId,
        UUID patientId,
        String patientControlNumber,
        @Nullable String payerControlNumber,
        @Nullable UUID payerId,
        int rank,
        Frequency frequency,
        ClaimStatus status,
        LocalDate serviceDate,
        Money charge,
        @Nullable UUID batchId) {

    /** From a row. */
    ClaimSummary(
            UUID id,
            UUID encounterId,
            UUID patientId,
            String patientControlNumber,
            @Nullable String payerControlNumber,
            @Nullable UUID payerId,
            int rank,
            Frequency frequency,
            ClaimStatus status,
            LocalDate serviceDate,
            long chargeCents,
            @Nullable UUID batchId) {
        this(
                id,
                encounterId,
                patientId,
                patientControlNumber,
                payerControlNumber,
                payerId,
                rank,
                frequency,
                status,
                serviceDate,
                Money.ofCents(chargeCents),
                batchId);
    }
}
