package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One side of an entry.
 *
 * @param amount debit positive, credit negative, never zero
 * @param concern whom and what it is about
 * @param reference what the other party calls it, such as a trace number, {@code CO-45} or PLB03-2
 */
public record Posting(
        AccountCode account,
        Money amount,
        Concern concern,
        @Nullable String reference) {

    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A posting moves an amount other than zero");
        }
        if (account.equals(AccountCode.PAYER_RECEIVABLE)
                && (concern.payerId() == null || concern.serviceDate() == null)) {
            throw new IllegalArgumentException("A posting to ar.payer names the payer and the service date");
        }
        if (account.equals(AccountCode.PATIENT_RECEIVABLE)
                && (concern.patientId() == null || concern.serviceDate() == null)) {
            throw new IllegalArgumentException("A posting to ar.patient names the patient and the service date");
        }
    }

    /** The same with the other sign. */
    Posting contra() {
        return new Posting(account, amount.negated(), concern, reference);
    }
}
