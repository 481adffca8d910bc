package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.acknowledgement.FollowUps.About;
import dev.superbill.claims.claim.ClaimStatus;
import dev.superbill.claims.claim.ClaimSummary;
import dev.superbill.claims.claim.Claims;
import dev.superbill.claims.practice.BillingIdentities;
import dev.superbill.claims.submission.Submissions;
import dev.superbill.claims.submission.SubmittedClaim;
import dev.superbill.platform.practice.Practices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notices answers that do not come: silence is the one fault that no partner reports. */
@ApplicationScoped
class AnswerWatch {

    private static final int PAGE = 500;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Practices practices;
    private final Submissions submissions;
    private final Claims claims;
    private final FollowUps followUps;
    private final BillingIdentities identities;
    private final Clock clock;

    AnswerWatch(
            Practices practices,
            Submissions submissions,
            Claims claims,
            FollowUps followUps,
            BillingIdentities identities,
            Clock clock) {
        this.practices = practices;
        this.submissions = submissions;
        this.claims = claims;
        this.followUps = followUps;
        this.identities = identities;
        this.clock = clock;
    }

    @Scheduled(
            every = "${superbill.watch.every:10m}",
            identity = "watch-answers",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watchAll() {
        practices.forEach("watch-answers", this::watch);
    }

    /** Opens follow-ups for whatever of the current practice waits too long, and closes those that wait no more. */
    void watch() {
        QuarkusTransaction.requiringNew().run(this::watchBatches);
        eachPage(after -> watchClaims(
                Patience.CLAIM,
                submissions.withoutClaimAnswer(overdue(Patience.CLAIM), after, PAGE),
                EnumSet.of(ClaimStatus.SENT, ClaimStatus.RECEIVED),
                "No 277CA has come in three business days: ask the clearinghouse for the claim's status"));
        eachPage(after -> watchClaims(
                Patience.REMITTANCE,
                submissions.acceptedBefore(overdue(Patience.REMITTANCE), after, PAGE),
                EnumSet.of(ClaimStatus.ACCEPTED),
                "No 835 has come in 30 days after acceptance: ask the payer for the claim's status"));
    }

    private void watchBatches() {
        followUps.open(
                Patience.SYNTAX.kind(),
                submissions.unanswered(overdue(Patience.SYNTAX)).stream()
                        .map(batch -> new About(batch, null, null))
                        .toList(),
                "No 999 has come in 24 hours: ask the clearinghouse whether the file has arrived");
    }

    private static void eachPage(Function<UUID, Optional<UUID>> page) {
        Optional<UUID> after = Optional.of(BEGINNING);
        while (after.isPresent()) {
            UUID from = after.get();
            after = QuarkusTransaction.requiringNew().call(() -> page.apply(from));
        }
    }

    /** The last claim of the page, after which the next one begins; empty at the end. */
    private Optional<UUID> watchClaims(
            Patience patience, List<SubmittedClaim> waiting, Set<ClaimStatus> unanswered, String detail) {
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, ClaimSummary> known = claims
                .find(waiting.stream().map(SubmittedClaim::claimId).toList())
                .stream()
                .collect(Collectors.toMap(ClaimSummary::id, Function.identity()));
        List<About> overdue = new ArrayList<>();
        List<SubmittedClaim> settled = new ArrayList<>();
        for (SubmittedClaim submitted : waiting) {
            ClaimSummary claim = known.get(submitted.claimId());
            if (claim != null && submitted.batchId().equals(claim.batchId()) && unanswered.contains(claim.status())) {
                overdue.add(about(submitted));
            } else {
                settled.add(submitted);
            }
        }
        submissions.settled(settled);
        // a later answer or a decision has come, or the claim was sent again: nothing is to be asked any more
        followUps.answered(
                patience.kind(), settled.stream().map(AnswerWatch::about).toList());
        followUps.open(patience.kind(), overdue, detail);
        return Optional.of(waiting.getLast().claimId());
    }

    private static About about(SubmittedClaim claim) {
        return new About(claim.batchId(), claim.claimId(), null);
    }

    private Instant overdue(Patience patience) {
        return patience.overdueBefore(clock.instant(), identities.zone());
    }
}
