package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Told whenever what is owed for an encounter has changed.
 *
 * @param version grows with every change
 * @param patientControlNumber of the encounter's first claim
 * @param claims one for each claim and payer
 */
record AccountChanged(
        UUID encounterId,
        long version,
        UUID patientId,
        String patientControlNumber,
        long payerBalanceCents,
        long patientBalanceCents,
        List<ClaimBalance> claims) {

    static final String TOPIC = "payments.account";
    static final String TYPE = "dev.superbill.payments.account-changed.v1";

    /** The state of an encounter's accounts; each account's version grows, and so does their sum. */
    static AccountChanged of(List<ClaimAccount> accounts) {
        ClaimAccount first = accounts.getFirst();
        return new AccountChanged(
                first.encounterId(),
                accounts.stream().mapToLong(ClaimAccount::version).sum(),
                first.patientId(),
                first.controlNumber(),
                total(accounts, ClaimAccount::payerBalance),
                total(accounts, ClaimAccount::patientBalance),
                ClaimBalance.of(accounts));
    }

    private static long total(List<ClaimAccount> accounts, Function<ClaimAccount, Money> amount) {
        return Money.sum(accounts.stream().map(amount).toList()).cents();
    }
}
