package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Accounts of claims for tests of other features. */
public final class ClaimAccountFixture {

    private ClaimAccountFixture() {}

    /** An account whose first payer owes the whole charge. */
    public static ClaimAccount charged(
            String controlNumber,
            LocalDate serviceDate,
            long chargeCents,
            List<Coverage> coverages,
            List<ClaimLine> lines) {
        Coverage primary = coverages.getFirst();
        Money charge = Money.ofCents(chargeCents);
        return new ClaimAccount(
                controlNumber,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                serviceDate,
                charge,
                Money.ZERO,
                coverages,
                lines,
                List.of(new Receivable(
                        primary.payerId(),
                        1,
                        UUID.randomUUID(),
                        1,
                        primary.memberId(),
                        null,
                        new Receivable.Figures(charge, Money.ZERO, Money.ZERO, Money.ZERO))));
    }
}
