package dev.superbill.payments.remittance;

import dev.superbill.payments.ledger.Document;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of one transaction have in common.
 *
 * @param transactionId namespace of all its entries' ids
 * @param ordinal of the transaction in its file, from 1
 * @param trace TRN02
 * @param paymentDate BPR16; null when absent or unreadable
 */
record PaymentHeader(
        UUID transactionId,
        UUID remittanceId,
        int ordinal,
        String trace,
        @Nullable LocalDate paymentDate,
        PayerNames payer) {

    /** The transaction as the source of entries of its payment day; a day that has not come yet is today. */
    Document document(LocalDate today, String who) {
        return on(paymentDate == null || paymentDate.isAfter(today) ? today : paymentDate, who);
    }

    /** The transaction as the source of entries that a later event or a person causes. */
    Document on(LocalDate day, String who) {
        return new Document(transactionId, "remittance:" + remittanceId + "/" + ordinal, day, who);
    }
}
