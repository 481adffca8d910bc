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
@Schema(name = "Claim", examples = """
                {"id": "019a8f0e-7c1d-7000-8000-000000000010", "patientControlNumber": "6AHW3KVGEM800008",
                 "payerControlNumber": "2026322001234", "encounterId": "019a8f0e-7c1d-7000-8000-000000000011",
                 "patientId": "019a8f0e-7c1d-7000-8000-000000000001", "renderingProviderId": "019a8f0e-7c1d-7000-8000-000000000002",
                 "payerId": "019a8f0e-7c1d-7000-8000-000000000003", "coverageId": "019a8f0e-7c1d-7000-8000-000000000004",
                 "rank": 1, "frequency": "1", "status": "ADJUDICATED", "serviceDate": "2026-11-20", "placeOfService": "11",
                 "diagnoses": ["E11.9"], "chargeCents": 19000, "paidCents": 7260, "adjustedCents": 7440,
                 "payerBalanceCents": 0, "patientBalanceCents": 4300, "batchId": "019a8f0e-7c1d-7000-8000-000000000012",
                 "replacesId": null,
                 "lines": [{"ordinal": 1, "lineControlNumber": "6AHW3KVGEM80000801", "procedure": "99213", "modifiers": ["25"],
                            "units": 1, "chargeCents": 19000, "paidCents": 7260, "adjustedCents": 7440,
                            "diagnosisPointers": [1], "serviceDate": "2026-11-20"}],
                 "edits": [{"code": "TIMELY_FILING", "severity": "WARNING", "field": "serviceDate",
                            "message": "The payer takes claims within 90 days of service; 70 are over",
                            "action": "Send the claim now"}],
                 "history": [{"from": null, "to": "DRAFT", "at": "2026-11-20T15:04:05Z", "by": "biller", "reason": null,
                              "document": null}]}""")
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
