package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.scrub.Edit;
import dev.superbill.platform.practice.PracticeContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The face of the feature for those who send claims and hear about them. All of it runs in the caller's transaction; each
 * move is checked against the claim's state, noted in its history and told as an event, at once for many claims.
 *
 * <p>Thousands are moved in portions, each of which is written and forgotten: entities that a caller has read before are
 * detached by it, and read again where they are to be changed afterwards.
 */
@ApplicationScoped
public class Claims {

    /** Where all is told that encounters charge, by encounter. */
    public static final String TOPIC = "claims.claim";

    private static final int AT_ONCE = 500;

    private final ClaimRepository repository;
    private final SubmissionReading submissions;
    private final ClaimTelling telling;
    private final PracticeContext context;
    private final Clock clock;

    Claims(
            ClaimRepository repository,
            SubmissionReading submissions,
            ClaimTelling telling,
            PracticeContext context,
            Clock clock) {
        this.repository = repository;
        this.submissions = submissions;
        this.telling = telling;
        this.context = context;
        this.clock = clock;
    }

    /** Claims by their ids, in the order of their ids; unknown ids are absent. */
    public List<ClaimSummary> find(Collection<UUID> ids) {
        return repository.summaries(ids);
    }

    /**
     * Clean claims to be batched, the oldest first. They are locked until the transaction ends; claims that another
     * transaction has locked are waited for, and left out when it has batched them.
     *
     * @param payerId of this payer, or of any when null
     * @param exceptPayerIds of none of these payers
     */
    public List<CleanClaim> clean(@Nullable UUID payerId, Set<UUID> exceptPayerIds, int limit) {
        return repository.lockClean(payerId, exceptPayerIds, limit);
    }

    /** All that an 837P says of claims, in the order of their ids; some hundreds at a time, for they stay in memory. */
    public List<ClaimForSubmission> forSubmission(Collection<UUID> ids) {
        return submissions.of(ids);
    }

    /**
     * SCRUBBED → BATCHED.
     *
     * @throws IllegalStateException when one of the claims is not SCRUBBED
     */
    public List<Move> batched(UUID batchId, Collection<UUID> claimIds) {
        Cause cause = cause(null, "batch:" + batchId);
        return moved(claimIds, claim -> {
            claim.batched(batchId, cause);
            return true;
        });
    }

    /** SCRUBBED → HELD for a claim that cannot be written; the edit tells why, and stays until the claim is scrubbed anew. */
    public void refused(UUID claimId, Edit edit) {
        Cause cause = cause(edit.message(), null);
        moved(List.of(claimId), claim -> {
            claim.scrubbed(claim.outcome().and(edit), cause);
            return true;
        });
    }

    /** BATCHED → SENT for the claims of a batch; those whose answer came sooner stay as they are. */
    public List<Move> sent(UUID batchId) {
        Cause cause = cause(null, "batch:" + batchId);
        return moved(repository.idsOfBatch(batchId), claim -> {
            if (claim.status() != ClaimStatus.BATCHED) {
                return false;
            }
            claim.move(ClaimStatus.SENT, cause);
            return true;
        });
    }

    /** → RECEIVED, where the claim has not come further. */
    public List<Move> received(Collection<UUID> claimIds, Answer answer) {
        return answered(claimIds, answer, ClaimStatus.RECEIVED);
    }

    /** → ACCEPTED, where the claim has not come further. */
    public List<Move> accepted(Collection<UUID> claimIds, Answer answer) {
        return answered(claimIds, answer, ClaimStatus.ACCEPTED);
    }

    /** → REJECTED, unless a later hop has answered. */
    public List<Move> rejected(Collection<UUID> claimIds, Answer answer) {
        return answered(claimIds, answer, ClaimStatus.REJECTED);
    }

    /** A hop has spoken without moving the claims: what earlier hops say of this submission later changes nothing. */
    public void heard(Collection<UUID> claimIds, Answer answer) {
        inPortions(
                claimIds,
                claims -> claims.stream()
                        .filter(claim ->
                                answer.batchId() == null || answer.batchId().equals(claim.batchId()))
                        .forEach(claim -> claim.heard(answer.hop())));
    }

    /** The payer has given claims numbers of its own (277CA REF*1K). */
    public void numbered(Map<UUID, String> payerControlNumbers) {
        moved(payerControlNumbers.keySet(), claim -> {
            String number = payerControlNumbers.get(claim.id());
            return number != null && claim.numbered(number);
        });
    }

    private List<Move> answered(Collection<UUID> claimIds, Answer answer, ClaimStatus next) {
        Cause cause = cause(answer.reason(), answer.document());
        return moved(claimIds, claim -> {
            if (!claim.heeds(answer, next)) {
                return false;
            }
            claim.answered(answer, next, cause);
            return true;
        });
    }

    private List<Move> moved(Collection<UUID> claimIds, Predicate<Claim> command) {
        List<Move> moves = new ArrayList<>();
        inPortions(claimIds, claims -> {
            List<Claim> changed = new ArrayList<>();
            for (Claim claim : claims) {
                ClaimStatus from = claim.status();
                if (command.test(claim)) {
                    changed.add(claim);
                    moves.add(new Move(claim.id(), from, claim.status()));
                }
            }
            telling.changed(changed);
        });
        return moves;
    }

    /** Locks claims in the order of their ids, a portion at a time. */
    private void inPortions(Collection<UUID> claimIds, Consumer<List<Claim>> work) {
        List<UUID> ids = claimIds.stream().sorted().toList();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            work.accept(repository.lock(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
            repository.forget();
        }
    }

    private Cause cause(@Nullable String reason, @Nullable String document) {
        return new Cause(clock.instant(), context.actor(), reason, document);
    }
}
