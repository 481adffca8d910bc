package dev.superbill.payments.receivable;

import dev.superbill.platform.events.Identifying;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What receivables need of claims-service's event. */
record ClaimChanged(
        UUID claimId,
        long version,
        UUID encounterId,
        UUID patientId,
        String patientControlNumber,
        @Nullable UUID payerId,
        @Identifying @Nullable Member memberId,
        int rank,
        String status,
        LocalDate serviceDate,
        long chargeCents,
        List<Coverage> coverages,
        List<ClaimLine> lines,
        @Nullable String payerControlNumber) {

    static final String TYPE = "dev.superbill.claims.claim-changed.v1";

    /** States in which nothing more is asked of the payer by this claim: another may stand in its place. */
    private static final Set<String> OVER = Set.of("REPLACED", "VOIDED");

    ClaimChanged {
        coverages = coverages == null ? List.of() : List.copyOf(coverages);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Whether another claim may stand in its place. */
    boolean isOver() {
        return OVER.contains(status);
    }
}
