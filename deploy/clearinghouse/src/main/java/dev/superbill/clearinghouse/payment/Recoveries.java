package dev.superbill.clearinghouse.payment;

import java.util.ArrayList;
import java.util.List;

/**
 * The provider adjustments of one payment: interest, takebacks that are put off, what is recovered of earlier ones, and
 * what must be carried forward because a payment is never negative.
 */
final class Recoveries {

    /** What the payee owes the payer from earlier payments; code WO or FB. */
    record Receivable(String code, String reference, long cents) {}

    private final List<ProviderAdjustment> adjustments = new ArrayList<>();
    private final List<Receivable> open = new ArrayList<>();
    private long payable;

    /**
     * Adjusts a payment.
     *
     * @param claimPayments Σ CLP04
     * @param interest each an amount that the payer owes on top, with its claim
     * @param putOff takebacks that this payment gives back at once and a later one recovers
     * @param earlier what earlier payments left open
     * @param trace TRN02, the reference of a balance that is carried forward
     */
    Recoveries(
            long claimPayments,
            List<Receivable> interest,
            List<Receivable> putOff,
            List<Receivable> earlier,
            String trace) {
        payable = claimPayments;
        interest.forEach(owed -> adjust("L6", owed.reference(), -owed.cents()));
        for (Receivable takeback : putOff) {
            adjust("WO", takeback.reference(), -takeback.cents());
            open.add(takeback);
        }
        for (Receivable debt : earlier) {
            long now = Math.clamp(payable, 0, debt.cents());
            if (now > 0) {
                adjust(debt.code(), debt.reference(), now);
            }
            if (now < debt.cents()) {
                open.add(new Receivable(debt.code(), debt.reference(), debt.cents() - now));
            }
        }
        if (payable < 0) {
            open.add(new Receivable("FB", trace, -payable));
            adjust("FB", trace, payable);
        }
    }

    private void adjust(String code, String reference, long cents) {
        adjustments.add(new ProviderAdjustment(code, reference, cents));
        payable -= cents;
    }

    /** BPR02; never negative. */
    long payable() {
        return payable;
    }

    List<ProviderAdjustment> adjustments() {
        return adjustments;
    }

    /** What later payments have to recover. */
    List<Receivable> open() {
        return open;
    }
}
