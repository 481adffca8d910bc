package dev.superbill.payments.receivable;

import java.time.LocalDate;
import java.util.List;
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
        @Nullable String memberId,
        int rank,
        LocalDate serviceDate,
        long chargeCents,
        List<Coverage> coverages,
        List<ClaimLine> lines,
        @Nullable String payerControlNumber) {

    static final String TYPE = "dev.superbill.claims.claim-changed.v1";

    ClaimChanged {
        coverages = coverages == null ? List.of() : List.copyOf(coverages);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
