package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ST of a remittance.
 *
 * @param ordinal in the file, from 1
 * @param trace TRN02; null when there is no TRN
 * @param payerIdentifier TRN03
 * @param paymentCents BPR02; null when there is no BPR
 * @param claimPaymentsCents Σ CLP04
 * @param providerAdjustmentsCents Σ PLB, X12's sign
 * @param traceKey what makes the payment one; null where its content alone does
 * @param contentHash SHA-256 of the canonical content
 * @param claims how many
 * @param claimsPosted how many of them are done, from the first on
 * @param done whether its status is final and all of its claims are kept
 * @param accepted by a person, to be posted as sent
 */
record RemittanceTransaction(
        UUID id,
        UUID remittanceId,
        int ordinal,
        @Nullable String trace,
        @Nullable String payerIdentifier,
        PayerNames payer,
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
        @Nullable String traceKey,
        String contentHash,
        int claims,
        int claimsPosted,
        boolean accepted,
        boolean done) {

    /** Code of the reason that a person gave for posting it as sent. */
    static final String ACCEPTED = "ACCEPTED";

    /**
     * An adjustment of a PLB.
     *
     * @param reasonCode PLB03-1
     * @param reference PLB03-2
     * @param amountCents sign as sent: positive reduces the payment
     */
    record ProviderAmount(String reasonCode, String reference, long amountCents) {}

    PaymentHeader header() {
        return new PaymentHeader(id, remittanceId, ordinal, trace == null ? "" : trace, paymentDate, payer);
    }

    /** The same with another status, and more reasons for it. */
    RemittanceTransaction with(TransactionStatus changed, List<Reason> more) {
        List<Reason> all = new ArrayList<>(reasons);
        all.addAll(more);
        return new RemittanceTransaction(
                id,
                remittanceId,
                ordinal,
                trace,
                payerIdentifier,
                payer,
                paymentMethod,
                paymentDate,
                paymentCents,
                claimPaymentsCents,
                providerAdjustmentsCents,
                balanced,
                changed,
                List.copyOf(all),
                warnings,
                providerAdjustments,
                traceKey,
                contentHash,
                claims,
                claimsPosted,
                accepted,
                done);
    }

    /** What the payment exceeds its claims and provider adjustments by; zero when it is balanced. */
    long differenceCents() {
        return paymentCents == null ? 0 : paymentCents - (claimPaymentsCents - providerAdjustmentsCents);
    }
}
