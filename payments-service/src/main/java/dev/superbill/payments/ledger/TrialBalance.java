package dev.superbill.payments.ledger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The books at the end of a day: every account with what was debited and credited up to then. A single amount has at
 * most 18 digits; sums have as many as they need, so that no file can make an account unpostable.
 *
 * @param asOf the last day that counts
 * @param debitCents of all accounts together; always equal to creditCents
 */
record TrialBalance(
        @Schema(examples = "2026-11-24") LocalDate asOf,
        @Schema(examples = "19000") BigInteger debitCents,
        @Schema(examples = "19000") BigInteger creditCents,
        List<Account> accounts) {

    /**
     * One account.
     *
     * @param balanceCents debits less credits
     */
    record Account(
            @Schema(examples = "ar.payer") String code,

            @Schema(examples = "Accounts receivable, payers")
            String name,

            @Schema(examples = "19000") BigInteger debitCents,
            @Schema(examples = "0") BigInteger creditCents,
            @Schema(examples = "19000") BigInteger balanceCents) {}

    /** Sums the accounts up. */
    static TrialBalance of(LocalDate asOf, List<Account> accounts) {
        return new TrialBalance(
                asOf,
                accounts.stream().map(Account::debitCents).reduce(BigInteger.ZERO, BigInteger::add),
                accounts.stream().map(Account::creditCents).reduce(BigInteger.ZERO, BigInteger::add),
                accounts);
    }
}
