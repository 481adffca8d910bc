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
@Schema(name = "TrialBalance", examples = """
                {"asOf": "2026-11-24", "debitCents": 38000, "creditCents": 38000, "accounts": [
                 {"code": "adjustment.contractual", "name": "Contractual adjustments", "debitCents": 7440,
                  "creditCents": 0, "balanceCents": 7440},
                 {"code": "ar.patient", "name": "Accounts receivable, patients", "debitCents": 4300, "creditCents": 0,
                  "balanceCents": 4300},
                 {"code": "ar.payer", "name": "Accounts receivable, payers", "debitCents": 19000, "creditCents": 19000,
                  "balanceCents": 0},
                 {"code": "clearing", "name": "Remittance clearing", "debitCents": 7260, "creditCents": 0,
                  "balanceCents": 7260},
                 {"code": "revenue", "name": "Patient service revenue", "debitCents": 0, "creditCents": 19000,
                  "balanceCents": -19000}]}""")
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
