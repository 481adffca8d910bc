package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.remittance.RemittanceTransaction.ProviderAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A remittance as it is shown.
 *
 * @param refusal why it cannot be read at all; null for a readable file
 */
@Schema(name = "Remittance", examples = """
                {"id": "0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a", "status": "POSTED",
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "bytes": 1043,
                 "receivedAt": "2026-11-24T14:30:00Z", "source": "upload", "refusal": null,
                 "transactions": [{"ordinal": 1, "traceNumber": "EFT20261102001", "payerIdentifier": "1999999999",
                  "paymentMethod": "ACH", "paymentDate": "2026-11-02", "paymentCents": 39935,
                  "claimPaymentsCents": 51800, "providerAdjustmentsCents": 11865, "balanced": true, "status": "POSTED",
                  "reasons": [],
                  "warnings": [{"code": "PAYEE_UNKNOWN", "message": "The payee is neither the practice's NPI nor its tax id.",
                                "segment": "N1", "position": 8}],
                  "providerAdjustments": [{"reasonCode": "WO", "reference": "R1", "amountCents": 12000},
                                          {"reasonCode": "L6", "reference": "R2", "amountCents": -135}],
                  "claims": 3}]}""")
record RemittanceView(
        UUID id,
        String status,
        String sha256,
        long bytes,
        Instant receivedAt,
        String source,
        Remittance.@Nullable Refusal refusal,
        List<Transaction> transactions) {

    /**
     * One ST.
     *
     * @param traceNumber TRN02
     * @param payerIdentifier TRN03
     * @param paymentMethod BPR04
     * @param paymentDate BPR16
     * @param paymentCents BPR02
     * @param claimPaymentsCents Σ CLP04
     * @param providerAdjustmentsCents Σ PLB, X12's sign
     */
    @Schema(name = "RemittanceTransaction")
    record Transaction(
            int ordinal,
            @Nullable String traceNumber,
            @Nullable String payerIdentifier,
            @Nullable String paymentMethod,
            @Nullable LocalDate paymentDate,
            @Nullable Long paymentCents,
            long claimPaymentsCents,
            long providerAdjustmentsCents,
            boolean balanced,
            TransactionStatus status,
            List<Reason> reasons,
            List<Reason> warnings,
            List<ProviderAmount> providerAdjustments,
            int claims) {

        static Transaction of(RemittanceTransaction one) {
            return new Transaction(
                    one.ordinal(),
                    one.trace(),
                    one.payerIdentifier(),
                    one.paymentMethod(),
                    one.paymentDate(),
                    one.paymentCents(),
                    one.claimPaymentsCents(),
                    one.providerAdjustmentsCents(),
                    one.balanced(),
                    one.done() ? one.status() : TransactionStatus.POSTING,
                    one.reasons(),
                    one.warnings(),
                    one.providerAdjustments(),
                    one.claims());
        }
    }

    static RemittanceView of(Remittance remittance, List<RemittanceTransaction> transactions) {
        return new RemittanceView(
                remittance.id(),
                remittance.status(),
                remittance.sha256(),
                remittance.bytes(),
                remittance.receivedAt(),
                remittance.source(),
                remittance.refusal(),
                transactions.stream().map(Transaction::of).toList());
    }
}
