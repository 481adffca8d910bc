package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How somebody who does not know a claim's number says which one is meant.
 *
 * @param memberId at the payer; in upper case, because payers write it so however it was registered
 * @param serviceDate the first day of service
 * @param charge the whole charge
 */
public record MemberCharge(String memberId, LocalDate serviceDate, Money charge) {

    public MemberCharge {
        memberId = memberId.strip().toUpperCase(Locale.ROOT);
    }
}
