package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Step;
import dev.superbill.claims.scrub.Edit;
import dev.superbill.claims.visit.ClaimLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as it is shown. Amounts are cents; what is paid, adjusted and owed comes from the books. */
@Schema(name = "Claim")
record ClaimView(
        UUID id,
        String patientControlNumber,
        @Nullable String payerControlNumber,
        UUID encounterId,
        UUID patientId,
        UUID renderingProviderId,
        @Nullable UUID payerId,
        @Nullable UUID coverageId,
        int rank,
        Frequency frequency,
        ClaimStatus status,
        LocalDate serviceDate,
        String placeOfService,
        List<String> diagnoses,
        long chargeCents,
        long paidCents,
        long adjustedCents,
        long payerBalanceCents,
        long patientBalanceCents,
        @Nullable UUID batchId,
        @Nullable UUID replacesId,
        List<LineView> lines,
        List<Edit> edits,
        List<Step> history) {

    /** A service line as it is shown. */
    @Schema(name = "ClaimLine")
    record LineView(
            int ordinal,
            String lineControlNumber,
            String procedure,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            long paidCents,
            long adjustedCents,
            List<Integer> diagnosisPointers,
            LocalDate serviceDate) {}

    static ClaimView of(Claim claim) {
        Balances balances = claim.balances();
        return new ClaimView(
                claim.id(),
                claim.patientControlNumber(),
                claim.payerControlNumber(),
                claim.encounterId(),
                claim.patientId(),
                claim.renderingProviderId(),
                claim.payerId(),
                claim.coverageId(),
                claim.rank(),
                claim.frequency(),
                claim.status(),
                claim.serviceDate(),
                claim.content().placeOfService(),
                claim.content().diagnoses(),
                claim.charge().cents(),
                balances.paid().cents(),
                balances.adjusted().cents(),
                balances.payerBalance().cents(),
                balances.patientBalance().cents(),
                claim.batchId(),
                claim.replacesId(),
                claim.content().lines().stream()
                        .map(line -> line(line, claim.settlement()))
                        .toList(),
                claim.outcome().edits(),
                claim.history().stream().map(ClaimHistoryEntry::step).toList());
    }

    private static LineView line(ClaimLine line, Settlement settlement) {
        return new LineView(
                line.ordinal(),
                line.lineControlNumber(),
                line.procedure(),
                line.modifiers(),
                line.units(),
                line.charge().cents(),
                settlement.paid(line).cents(),
                settlement.adjusted(line).cents(),
                line.diagnosisPointers(),
                line.serviceDate());
    }
}
