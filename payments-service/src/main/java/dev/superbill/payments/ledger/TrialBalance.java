package dev.superbill.payments.ledger;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The books at the end of a day: every account with what was debited and credited up to then.
 *
 * @param asOf the last day that counts
 * @param debitCents of all accounts together; always equal to creditCents
 */
record TrialBalance(
        @Schema(examples = "2026-11-24") LocalDate asOf,
        @Schema(examples = "19000") long debitCents,
        @Schema(examples = "19000") long creditCents,
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

            @Schema(examples = "19000") long debitCents,
            @Schema(examples = "0") long creditCents,
            @Schema(examples = "19000") long balanceCents) {}

    /** Sums the accounts up. */
    static TrialBalance of(LocalDate asOf, List<Account> accounts) {
        return new TrialBalance(
                asOf,
                accounts.stream().mapToLong(Account::debitCents).reduce(0, Math::addExact),
                accounts.stream().mapToLong(Account::creditCents).reduce(0, Math::addExact),
                accounts);
    }
}
