package dev.superbill.claims.claim;

import dev.superbill.kernel.Money;

/**
 * What the books say of a claim.
 *
 * @param version of the account that told it
 */
public record Balances(long version, Money paid, Money adjusted, Money payerBalance, Money patientBalance) {

    /** Whether nobody owes anything. */
    boolean isSettled() {
        return payerBalance.isZero() && patientBalance.isZero();
    }
}
