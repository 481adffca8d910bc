package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.claim.ClaimSurroundings.Around;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.platform.practice.PracticeContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of the feature for those who hear of money. Runs in the caller's transaction. */
@ApplicationScoped
public class ClaimSettling {

    /** CLP02: not ours and sent on, or a predetermination: no decision on the claim. */
    private static final Set<String> NO_DECISION = Set.of("23", "25");

    private static final int LAST_RANK = 3;

    private final ClaimRepository repository;
    private final ClaimSurroundings surroundings;
    private final ClaimScrubbing scrubbing;
    private final ClaimTelling telling;
    private final PracticeContext context;
    private final Clock clock;

    ClaimSettling(
            ClaimRepository repository,
            ClaimSurroundings surroundings,
            ClaimScrubbing scrubbing,
            ClaimTelling telling,
            PracticeContext context,
            Clock clock) {
        this.repository = repository;
        this.surroundings = surroundings;
        this.scrubbing = scrubbing;
        this.telling = telling;
        this.context = context;
        this.clock = clock;
    }

    /**
     * Takes over what an 835 decided: ADJUDICATED, or REVERSED_PENDING when a reversal leaves no decision standing. A claim
     * that has been replaced or withdrawn stays so. What the patient owes is billed to the next payer, unless the payer sent
     * the claim on itself.
     *
     * @param document such as {@code remittance:{id}}
     */
    public void adjudicated(
            UUID claimId, Adjudication adjudication, @Nullable String payerControlNumber, String document) {
        ClaimFamily family = repository.lockFamily(claimId);
        Claim claim = family.find(claimId).orElse(null);
        if (claim == null || NO_DECISION.contains(adjudication.statusCode())) {
            return;
        }
        claim.adjudicated(adjudication, payerControlNumber);
        boolean decided = claim.settlement().standing().isPresent();
        Cause cause = cause(word(adjudication), document);
        move(claim, decided ? ClaimStatus.ADJUDICATED : ClaimStatus.REVERSED_PENDING, cause);
        close(claim);
        telling.changed(List.of(claim));
        if (!decided) {
            family.voiding(claim).ifPresent(voiding -> heard(voiding, cause));
        }
        passOn(family, claim.rank(), document);
    }

    /** The payer has taken its decision back because this claim asked for it: there is no other answer to it. */
    private void heard(Claim voiding, Cause cause) {
        move(voiding, ClaimStatus.ADJUDICATED, cause);
        close(voiding);
        telling.changed(List.of(voiding));
    }

    /** Takes over what the books say of an encounter's claims; a settled claim is CLOSED, an unsettled one open again. */
    public void balanced(UUID encounterId, List<ClaimBalances> told) {
        List<UUID> ids =
                repository.ofEncounter(encounterId).stream().map(Claim::id).toList();
        List<Claim> moved = new ArrayList<>();
        for (Claim claim : repository.lock(ids)) {
            ClaimStatus before = claim.status();
            told.stream()
                    .filter(each -> each.concerns(claim.summary()))
                    .findFirst()
                    .filter(each -> claim.balanced(each.balances()))
                    .ifPresent(each -> close(claim));
            if (claim.status() != before) {
                moved.add(claim);
            }
        }
        telling.changed(moved);
    }

    /**
     * Bills the next payers of a patient whose coverage became known after the payer before had decided. Coverages and
     * decisions come over different topics: whichever is last makes the claim.
     */
    void covered(UUID patientId) {
        for (ClaimFamily family : repository.lockOpenFamilies(patientId)) {
            for (int rank = 1; rank < LAST_RANK; rank++) {
                if (family.inForce(rank + 1).isEmpty()) {
                    leaving(family, rank)
                            .filter(claim -> claim.status() == ClaimStatus.ADJUDICATED)
                            .ifPresent(this::billNext);
                }
            }
        }
    }

    private void close(Claim claim) {
        boolean settled = claim.isSettled();
        if (settled && claim.status() == ClaimStatus.ADJUDICATED) {
            claim.move(ClaimStatus.CLOSED, cause("nobody owes anything", null));
        } else if (!settled && claim.status() == ClaimStatus.CLOSED) {
            claim.move(ClaimStatus.ADJUDICATED, cause("a balance is open again", null));
        }
    }

    private static void move(Claim claim, ClaimStatus next, Cause cause) {
        if (claim.status() != next && claim.status().leadsTo(next)) {
            claim.move(next, cause);
        }
    }

    /** The next payer is billed for what the decision leaves that stands at this rank, and for nothing else. */
    private void passOn(ClaimFamily family, int rank, String document) {
        Optional<Claim> leaving = leaving(family, rank);
        Claim next = family.inForce(rank + 1).orElse(null);
        if (leaving.isPresent()) {
            if (next == null) {
                billNext(leaving.get());
            } else if (next.status().isMendable() && next.follow(leaving.get())) {
                scrubbing.scrub(List.of(next), "the claim to the payer before was coded anew");
            } else if (next.status() == ClaimStatus.HELD) {
                // it may have waited for this decision
                scrubbing.reconsider(List.of(next.id()), "the payer before has decided");
            }
        } else if (next != null && next.status().isMendable()) {
            next.move(ClaimStatus.VOIDED, cause("the payer before leaves it nothing any more", document));
            telling.changed(List.of(next));
        }
    }

    private static Optional<Claim> leaving(ClaimFamily family, int rank) {
        return family.inForce(rank)
                .filter(claim -> claim.settlement()
                        .standing()
                        .filter(Adjudication::leavesToNextPayer)
                        .isPresent());
    }

    private void billNext(Claim claim) {
        if (claim.rank() == LAST_RANK || claim.frequency() == Frequency.VOID) {
            return;
        }
        Around around = surroundings.of(List.of(claim));
        List<Coverage> active = around.active(claim);
        if (active.size() <= claim.rank()) {
            return;
        }
        Coverage coverage = active.get(claim.rank());
        Claim next = claim.toNextPayer(
                coverage.coverageId(), coverage.payerId(), cause("the payer before leaves a balance", null));
        scrubbing.begin(List.of(next));
    }

    private static String word(Adjudication adjudication) {
        return switch (adjudication.kind()) {
            case PAYMENT -> "adjudicated, CLP02 " + adjudication.statusCode();
            case REVERSAL -> "reversed";
            case CORRECTION -> "corrected, CLP02 " + adjudication.statusCode();
        };
    }

    private Cause cause(@Nullable String reason, @Nullable String document) {
        return new Cause(clock.instant(), context.actor(), reason, document);
    }
}
