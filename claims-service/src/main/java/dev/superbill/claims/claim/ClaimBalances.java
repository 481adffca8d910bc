package dev.superbill.claims.claim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of a claim that they name by its id, or by payer and rank.
 *
 * @param claimId null for a claim that the books made of a remittance
 */
public record ClaimBalances(
        @Nullable UUID claimId, @Nullable UUID payerId, int rank, Balances balances) {

    boolean concerns(ClaimSummary claim) {
        return claimId != null
                ? claimId.equals(claim.id())
                : payerId != null && payerId.equals(claim.payerId()) && rank == claim.rank();
    }
}
