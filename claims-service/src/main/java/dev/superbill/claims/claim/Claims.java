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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The face of the feature for those who send claims and hear about them. All of it runs in the caller's transaction; each
 * move is checked against the claim's state, noted in its history and told as an event, at once for many claims.
 */
@ApplicationScoped
public class Claims {

    /** Where all is told that encounters charge, by encounter. */
    public static final String TOPIC = "claims.claim";

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

    /** A claim of the current practice. */
    public Optional<ClaimSummary> find(UUID id) {
        return repository.findByIdOptional(id).map(Claim::summary);
    }

    /** Claims by their ids, in the order of their ids; unknown ids are absent. */
    public List<ClaimSummary> find(Collection<UUID> ids) {
        return summaries(repository.ofIds(ids));
    }

    /** All claims with a patient control number: one a payer and replacement, by rank. */
    public List<ClaimSummary> ofPatientControlNumber(String number) {
        return summaries(repository.ofPatientControlNumber(number));
    }

    /** The claims that were put into a batch and into no other since. */
    public List<ClaimSummary> ofBatch(UUID batchId) {
        return summaries(repository.ofBatch(batchId));
    }

    /** The claims of an encounter. */
    public List<ClaimSummary> ofEncounter(UUID encounterId) {
        return summaries(repository.ofEncounter(encounterId));
    }

    /**
     * Clean claims to be batched, the oldest first. They are locked until the transaction ends; claims that another
     * transaction has locked are waited for, and left out when it has batched them.
     *
     * @param payerIds of these payers, or of any when null
     */
    public List<ClaimSummary> clean(@Nullable Set<UUID> payerIds, int limit) {
        return summaries(repository.lockClean(payerIds, limit));
    }

    /** All that an 837P says of claims, in the order of their ids. */
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
        return moved(repository.lock(claimIds), claim -> {
            claim.batched(batchId, cause);
            return true;
        });
    }

    /** SCRUBBED → HELD for a claim that cannot be written; the edit tells why, and stays until the claim is scrubbed anew. */
    public void refused(UUID claimId, Edit edit) {
        Cause cause = cause(edit.message(), null);
        moved(repository.lock(List.of(claimId)), claim -> {
            claim.scrubbed(claim.outcome().and(edit), cause);
            return true;
        });
    }

    /** BATCHED → SCRUBBED for the claims of a batch that will not be sent. */
    public List<Move> released(UUID batchId, String reason) {
        Cause cause = cause(reason, "batch:" + batchId);
        return moved(lockBatch(batchId), claim -> {
            if (claim.status() != ClaimStatus.BATCHED) {
                return false;
            }
            claim.released(cause);
            return true;
        });
    }

    /** BATCHED → SENT for the claims of a batch; those whose answer came sooner stay as they are. */
    public List<Move> sent(UUID batchId) {
        Cause cause = cause(null, "batch:" + batchId);
        return moved(lockBatch(batchId), claim -> {
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
        repository.lock(claimIds).stream()
                .filter(claim -> answer.batchId() == null || answer.batchId().equals(claim.batchId()))
                .forEach(claim -> claim.heard(answer.hop()));
    }

    /** The payer has given claims numbers of its own (277CA REF*1K). */
    public void numbered(Map<UUID, String> payerControlNumbers) {
        moved(repository.lock(payerControlNumbers.keySet()), claim -> {
            String number = payerControlNumbers.get(claim.id());
            return number != null && claim.numbered(number);
        });
    }

    private List<Move> answered(Collection<UUID> claimIds, Answer answer, ClaimStatus next) {
        Cause cause = cause(answer.reason(), answer.document());
        return moved(repository.lock(claimIds), claim -> {
            if (!claim.heeds(answer, next)) {
                return false;
            }
            claim.answered(answer, next, cause);
            return true;
        });
    }

    private List<Move> moved(List<Claim> claims, Predicate<Claim> command) {
        List<Move> moves = new ArrayList<>();
        List<Claim> changed = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimStatus from = claim.status();
            if (command.test(claim)) {
                changed.add(claim);
                moves.add(new Move(claim.id(), from, claim.status()));
            }
        }
        telling.changed(changed);
        return moves;
    }

    private List<Claim> lockBatch(UUID batchId) {
        return repository.lock(
                repository.ofBatch(batchId).stream().map(Claim::id).toList());
    }

    private Cause cause(@Nullable String reason, @Nullable String document) {
        return new Cause(clock.instant(), context.actor(), reason, document);
    }

    private static List<ClaimSummary> summaries(List<Claim> claims) {
        return claims.stream().map(Claim::summary).toList();
    }
}
