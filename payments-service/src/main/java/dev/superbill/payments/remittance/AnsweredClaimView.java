package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payer's answer to a claim as it is shown, with its proof: charge − adjustments = paid.
 *
 * @param transaction ordinal in the file
 * @param ordinal in the transaction
 * @param statusCode CLP02
 * @param chargeCents CLP03
 * @param adjustmentsCents Σ CAS of the claim and its lines, patient responsibility included
 * @param paidCents CLP04
 * @param patientResponsibilityCents Σ PR
 * @param claimId our claim to this payer, once it is found
 */
@Schema(name = "RemittanceClaim", examples = """
                {"remittanceId": "0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a", "transaction": 1, "ordinal": 1,
                 "patientControlNumber": "442FC75A14", "payerControlNumber": "ICN9921", "statusCode": "1",
                 "chargeCents": 19000, "adjustmentsCents": 11740, "paidCents": 7260, "patientResponsibilityCents": 4300,
                 "balanced": true, "outcome": "POSTED", "claimId": "019a8f0e-7c1d-7000-8000-000000000010",
                 "reasons": [], "warnings": [],
                 "lines": [{"ordinal": 1, "procedure": "99214", "modifiers": ["25"], "chargeCents": 15000,
                            "adjustmentsCents": 7740, "paidCents": 7260, "balanced": true},
                           {"ordinal": 2, "procedure": "36415", "modifiers": [], "chargeCents": 4000,
                            "adjustmentsCents": 4000, "paidCents": 0, "balanced": true}]}""")
record AnsweredClaimView(
        UUID remittanceId,
        int transaction,
        int ordinal,
        String patientControlNumber,
        String payerControlNumber,
        String statusCode,
        long chargeCents,
        long adjustmentsCents,
        long paidCents,
        long patientResponsibilityCents,
        boolean balanced,
        Outcome outcome,
        @Nullable UUID claimId,
        List<Reason> reasons,
        List<Reason> warnings,
        List<Line> lines) {

    /**
     * A service line.
     *
     * @param procedure SVC01-2
     * @param chargeCents SVC02
     * @param adjustmentsCents Σ CAS
     * @param paidCents SVC03
     */
    @Schema(name = "RemittanceLine")
    record Line(
            int ordinal,
            String procedure,
            List<String> modifiers,
            long chargeCents,
            long adjustmentsCents,
            long paidCents,
            boolean balanced) {

        static Line of(ClaimAnswer.Line line) {
            return new Line(
                    line.ordinal(),
                    line.procedure(),
                    line.modifiers(),
                    line.chargeCents(),
                    line.adjustmentsCents(),
                    line.paidCents(),
                    line.isBalanced());
        }
    }

    static AnsweredClaimView of(AnsweredClaim claim) {
        ClaimAnswer answer = claim.answer();
        return new AnsweredClaimView(
                claim.payment().remittanceId(),
                claim.payment().ordinal(),
                claim.ordinal(),
                answer.patientControlNumber(),
                answer.payerControlNumber(),
                answer.statusCode(),
                answer.chargeCents(),
                answer.adjustmentsCents(),
                answer.paidCents(),
                answer.patientResponsibilityCents(),
                claim.isBalanced(),
                claim.outcome(),
                claim.claimId(),
                claim.reasons(),
                claim.warnings(),
                answer.lines().stream().map(Line::of).toList());
    }
}
