package dev.superbill.payments.receivable;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a payer owes for a claim, as it is shown and told.
 *
 * @param claimId our claim to this payer; null where it crossed over to a payer that we did not bill
 * @param accountVersion of the claim's own account, grows with every change
 * @param chargeCents the whole charge of the claim
 * @param adjustedCents what was written off
 * @param patientResponsibilityCents what this payer has left to the next one or to the patient
 */
public record ClaimBalance(
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

    /** One for each claim and payer, in the order of the claims, then by rank. */
    public static List<ClaimBalance> of(List<ClaimAccount> accounts) {
        return accounts.stream()
                .flatMap(account -> account.receivables().stream().map(receivable -> of(account, receivable)))
                .toList();
    }

    private static ClaimBalance of(ClaimAccount account, Receivable receivable) {
        return new ClaimBalance(
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
