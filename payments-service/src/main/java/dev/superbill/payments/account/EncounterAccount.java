package dev.superbill.payments.account;

import dev.superbill.kernel.Money;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.Receivable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The account of a visit. Charge = paid + adjusted + what payers and patient owe.
 *
 * @param paidCents by all payers
 * @param adjustedCents written off
 * @param claims one for each claim and payer
 */
record EncounterAccount(
        UUID encounterId,
        UUID patientId,
        @Schema(examples = "2026-11-24") LocalDate serviceDate,
        @Schema(examples = "19000") long chargeCents,
        @Schema(examples = "7260") long paidCents,
        @Schema(examples = "7440") long adjustedCents,
        @Schema(examples = "0") long payerBalanceCents,
        @Schema(examples = "4300") long patientBalanceCents,
        List<Claim> claims) {

    /**
     * What one payer makes of a claim.
     *
     * @param claimId our claim to it; null where it crossed over to a payer that we did not bill
     * @param patientResponsibilityCents what it has left to the next payer or to the patient
     */
    record Claim(
            @Nullable UUID claimId,
            String patientControlNumber,
            UUID payerId,
            int rank,
            long chargeCents,
            long paidCents,
            long adjustedCents,
            long patientResponsibilityCents,
            long payerBalanceCents) {

        static Claim of(ClaimAccount account, Receivable receivable) {
            return new Claim(
                    receivable.claimId(),
                    account.controlNumber(),
                    receivable.payerId(),
                    receivable.rank(),
                    account.charge().cents(),
                    receivable.paid().cents(),
                    receivable.adjusted().cents(),
                    receivable.patientResponsibility().cents(),
                    receivable.balance().cents());
        }
    }

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
                accounts.stream()
                        .flatMap(account ->
                                account.receivables().stream().map(receivable -> Claim.of(account, receivable)))
                        .toList());
    }

    private static long total(List<ClaimAccount> accounts, Function<ClaimAccount, Money> amount) {
        return Money.sum(accounts.stream().map(amount).toList()).cents();
    }

    private static Money receivables(ClaimAccount account, Function<Receivable, Money> amount) {
        return Money.sum(account.receivables().stream().map(amount).toList());
    }
}
