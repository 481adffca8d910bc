package dev.superbill.claims.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All claims with one patient control number: one to each payer, those that took another's place, and those withdrawn.
 *
 * @param claims in the order of their making
 */
record ClaimFamily(List<Claim> claims) {

    static final ClaimFamily NONE = new ClaimFamily(List.of());

    ClaimFamily {
        claims = List.copyOf(claims);
    }

    Optional<Claim> find(UUID id) {
        return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /** The claim to the payer of a rank that was neither replaced nor withdrawn. */
    Optional<Claim> inForce(int rank) {
        return claims.stream()
                .filter(claim -> claim.rank() == rank && !claim.status().isOver())
                .reduce((older, newer) -> newer);
    }

    /** The claim that asks the payer to forget another. */
    Optional<Claim> voiding(Claim former) {
        return claims.stream()
                .filter(claim -> claim.frequency() == Frequency.VOID
                        && former.id().equals(claim.replacesId())
                        && !claim.status().isOver())
                .findFirst();
    }
}
