package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        List<Claim> claims) {

    static final String TOPIC = "payments.account";
    static final String TYPE = "dev.superbill.payments.account-changed.v1";

    /**
     * What a payer owes for a claim.
     *
     * @param claimId our claim to this payer; null where we did not send it ourselves
     * @param accountVersion of the claim's own account, grows with every change
     * @param chargeCents the whole charge of the claim
     * @param adjustedCents what was written off
     * @param patientResponsibilityCents what this payer has left to the next one or to the patient
     */
    record Claim(
            @Nullable UUID claimId,
            long accountVersion,
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
                    account.version(),
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
                accounts.stream()
                        .flatMap(account ->
                                account.receivables().stream().map(receivable -> Claim.of(account, receivable)))
                        .toList());
    }

    private static long total(List<ClaimAccount> accounts, Function<ClaimAccount, Money> amount) {
        return Money.sum(accounts.stream().map(amount).toList()).cents();
    }
}
