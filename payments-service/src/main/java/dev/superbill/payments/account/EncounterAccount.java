package dev.superbill.payments.account;

import dev.superbill.kernel.Money;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimBalance;
import dev.superbill.payments.receivable.Receivable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The account of a visit. Charge = paid + adjusted + what payers and patient owe.
 *
 * @param paidCents by all payers
 * @param adjustedCents written off
 * @param claims one for each claim and payer
 */
@Schema(name = "EncounterAccount", examples = """
                {"encounterId": "019a8f0e-7c1d-7000-8000-000000000002",
                 "patientId": "019a8f0e-7c1d-7000-8000-000000000001", "serviceDate": "2026-10-01", "chargeCents": 19000,
                 "paidCents": 7260, "adjustedCents": 7440, "payerBalanceCents": 0, "patientBalanceCents": 4300, "claims": [
                 {"claimId": "019a8f0e-7c1d-7000-8000-000000000010", "patientControlNumber": "442FC75A14",
                  "payerId": "019a8f0e-7c1d-7000-8000-000000000003", "rank": 1, "chargeCents": 19000, "paidCents": 7260,
                  "adjustedCents": 7440, "patientResponsibilityCents": 4300, "payerBalanceCents": 0}]}""")
record EncounterAccount(
        UUID encounterId,
        UUID patientId,
        @Schema(examples = "2026-11-24") LocalDate serviceDate,
        @Schema(examples = "19000") long chargeCents,
        @Schema(examples = "7260") long paidCents,
        @Schema(examples = "7440") long adjustedCents,
        @Schema(examples = "0") long payerBalanceCents,
        @Schema(examples = "4300") long patientBalanceCents,
        List<ClaimBalance> claims) {

    /** Sums the claims of one encounter up. */
    static EncounterAccount of(List<ClaimAccount> accounts) {
        ClaimAccount first = accounts.getFirst();
        return new EncounterAccount(
                first.encounterId(),
                first.patientId(),
                accounts.stream()
                        .map(ClaimAccount::serviceDate)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                total(accounts, ClaimAccount::charge),
                total(accounts, account -> receivables(account, Receivable::paid)),
                total(accounts, account -> receivables(account, Receivable::adjusted)),
                total(accounts, ClaimAccount::payerBalance),
                total(accounts, ClaimAccount::patientBalance),
                ClaimBalance.of(accounts));
    }

    private static long total(List<ClaimAccount> accounts, Function<ClaimAccount, Money> amount) {
        return Money.sum(accounts.stream().map(amount).toList()).cents();
    }

    private static Money receivables(ClaimAccount account, Function<Receivable, Money> amount) {
        return Money.sum(account.receivables().stream().map(amount).toList());
    }
}
