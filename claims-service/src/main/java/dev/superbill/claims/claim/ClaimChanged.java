package dev.superbill.claims.claim;

import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.platform.events.Identifying;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev.superbill.claims.claim-changed.v1}: the state of a claim, for all who follow it. Amounts are cents.
 *
 * @param chargeCents what it asks the payer for: 0 once it is withdrawn, or when it withdraws another
 * @param coverages all that are active on the date of service, by rank
 */
record ClaimChanged(
        UUID claimId,
        long version,
        UUID encounterId,
        UUID patientId,
        String patientControlNumber,
        @Nullable UUID payerId,
        @Nullable String payerIdentifier,
        @Identifying @Nullable String memberId,
        int rank,
        Frequency frequency,
        ClaimStatus status,
        LocalDate serviceDate,
        String placeOfService,
        UUID renderingProviderId,
        long chargeCents,
        List<ActiveCoverage> coverages,
        List<Line> lines,
        @Nullable String payerControlNumber) {

    static final String TYPE = "dev.superbill.claims.claim-changed.v1";

    /** A coverage with its payer as the payer is known at the clearinghouse. */
    record ActiveCoverage(
            int rank,
            UUID payerId,
            String payerIdentifier,
            @Identifying @Nullable String memberId) {}

    /** A service line. */
    record Line(
            int ordinal,
            String lineControlNumber,
            String procedure,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            LocalDate serviceDate) {

        static Line of(ClaimLine line) {
            return new Line(
                    line.ordinal(),
                    line.lineControlNumber(),
                    line.procedure(),
                    line.modifiers(),
                    line.units(),
                    line.charge().cents(),
                    line.serviceDate());
        }
    }
}
