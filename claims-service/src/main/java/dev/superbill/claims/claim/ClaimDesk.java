package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a biller does with a claim at hand. */
@ApplicationScoped
class ClaimDesk {

    private final ClaimRepository repository;
    private final ClaimScrubbing scrubbing;
    private final ClaimTelling telling;
    private final PracticeContext context;
    private final Clock clock;

    ClaimDesk(
            ClaimRepository repository,
            ClaimScrubbing scrubbing,
            ClaimTelling telling,
            PracticeContext context,
            Clock clock) {
        this.repository = repository;
        this.scrubbing = scrubbing;
        this.telling = telling;
        this.context = context;
        this.clock = clock;
    }

    Claim get(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("claim", id));
    }

    /** Scrubs a claim that nobody else has; a rejected one goes back to SCRUBBED by this. */
    Claim scrub(UUID id) {
        Claim claim = lock(id);
        if (!claim.status().isMendable()) {
            throw refused(claim, "scrubbed");
        }
        scrubbing.scrub(List.of(claim), "scrubbed by hand");
        return claim;
    }

    /** Makes the claim of frequency 7 or 8 that takes the place of one that the payer has decided. */
    Claim succeed(UUID id, Frequency frequency, @Nullable String reason) {
        Claim claim = lock(id);
        ClaimStatus next = frequency == Frequency.VOID ? ClaimStatus.VOIDED : ClaimStatus.REPLACED;
        if (claim.status().isMendable() || !claim.status().leadsTo(next)) {
            throw refused(claim, frequency == Frequency.VOID ? "voided at the payer" : "replaced");
        }
        Claim successor = claim.inPlace(frequency, cause(reason));
        claim.move(next, cause(reason));
        telling.changed(List.of(claim));
        scrubbing.begin(List.of(successor));
        return successor;
    }

    private Claim lock(UUID id) {
        return repository.lock(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("claim", id));
    }

    private static ProblemException refused(Claim claim, String command) {
        return ProblemException.conflict(
                "CLAIM_" + claim.status(), "The claim is " + claim.status() + " and cannot be " + command);
    }

    private Cause cause(@Nullable String reason) {
        return new Cause(clock.instant(), context.actor(), reason, null);
    }
}
