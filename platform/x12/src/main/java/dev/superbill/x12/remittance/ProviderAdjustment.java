package dev.superbill.x12.remittance;

import dev.superbill.x12.Position;
import dev.superbill.x12.X12Issue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One adjustment of a PLB segment (which holds up to six). A positive amount reduces the payment.
 *
 * @param position where its PLB stands
 * @param ordinal of the adjustment in the transaction, from 1
 * @param providerId PLB01
 * @param fiscalPeriod PLB02; null when unreadable
 * @param reasonCode PLB03-1 (05-1 …): {@code WO}, {@code FB}, {@code L6}, {@code 72}, {@code CS} …
 * @param reference PLB03-2 (05-2 …)
 * @param amountCents PLB04 (06 …) in cents, sign as sent
 * @param issues of this adjustment; an error holds the transaction
 */
public record ProviderAdjustment(
        Position position,
        int ordinal,
        String providerId,
        @Nullable LocalDate fiscalPeriod,
        String reasonCode,
        String reference,
        long amountCents,
        List<X12Issue> issues)
        implements RemittanceEvent {

    /** An adjustment that is to be written. */
    public static ProviderAdjustment of(
            String providerId, LocalDate fiscalPeriod, String reasonCode, String reference, long amountCents) {
        return new ProviderAdjustment(
                Position.NONE, 0, providerId, fiscalPeriod, reasonCode, reference, amountCents, List.of());
    }
}
