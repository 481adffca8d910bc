package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.acknowledgement.AcknowledgementStore.Effect;
import dev.superbill.claims.acknowledgement.AnswerMatching.Found;
import dev.superbill.claims.acknowledgement.FollowUps.About;
import dev.superbill.claims.claim.Answer;
import dev.superbill.claims.claim.ClaimStatus;
import dev.superbill.claims.claim.ClaimSummary;
import dev.superbill.claims.claim.Claims;
import dev.superbill.claims.claim.Hop;
import dev.superbill.claims.claim.Move;
import dev.superbill.claims.submission.BatchStatus;
import dev.superbill.claims.submission.Submissions;
import dev.superbill.claims.submission.SubmittedClaim;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets an answer take effect: finds the claims it speaks of, moves those that heed it (the claim itself knows whether a
 * later hop has answered, or whether it was sent again since), and records the rest. Equal statements about many claims
 * are applied at once.
 */
@ApplicationScoped
class AnswerApplication {

    private final Submissions submissions;
    private final Claims claims;
    private final FollowUps followUps;
    private final AcknowledgementStore store;

    AnswerApplication(Submissions submissions, Claims claims, FollowUps followUps, AcknowledgementStore store) {
        this.submissions = submissions;
        this.claims = claims;
        this.followUps = followUps;
        this.store = store;
    }

    /** Statements that differ in nothing but the claim. */
    private record Alike(UUID batchId, Hop hop, Verdict verdict, String reason) {}

    /** A file of answers that takes effect. */
    private record Document(UUID id, Instant receivedAt) {

        Answer answer(Alike alike) {
            return new Answer(alike.hop(), alike.batchId(), "acknowledgement:" + id, alike.reason());
        }
    }

    /**
     * Applies a file in the running transaction.
     *
     * @param partner whose folder it came from, when it did
     * @return what it speaks of and we have not sent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Notes.Unmatched> apply(
            UUID acknowledgementId, Instant receivedAt, Reading reading, @Nullable TradingPartnerView partner) {
        store.oneAtATime();
        Document document = new Document(acknowledgementId, receivedAt);
        AnswerMatching matching = new AnswerMatching(submissions, partner);
        List<Notes.Unmatched> unmatched = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        for (Reading.One one : reading.answers()) {
            apply(document, one, matching, effects, unmatched);
        }
        store.record(acknowledgementId, effects);
        return unmatched;
    }

    private void apply(
            Document document,
            Reading.One one,
            AnswerMatching matching,
            List<Effect> effects,
            List<Notes.Unmatched> unmatched) {
        Map<Alike, List<SubmittedClaim>> alike = new LinkedHashMap<>();
        Map<UUID, String> numbers = new LinkedHashMap<>();
        Set<UUID> batches = new LinkedHashSet<>();
        for (Statement statement : one.statements()) {
            Found found = matching.find(statement.subject()).orElse(null);
            if (found == null) {
                unmatched.add(unmatched(statement));
                continue;
            }
            batches.add(found.batchId());
            alike.computeIfAbsent(
                            new Alike(found.batchId(), statement.hop(), statement.verdict(), statement.reason()),
                            each -> new ArrayList<>())
                    .addAll(found.claims());
            if (!statement.payerControlNumber().isEmpty()) {
                found.claims().forEach(claim -> numbers.put(claim.claimId(), statement.payerControlNumber()));
            }
        }
        batches.forEach(batch -> submissions.arrived(batch, document.receivedAt()));
        alike.forEach((each, concerned) -> effects.addAll(apply(document, each, concerned)));
        claims.numbered(numbers);
        batches.forEach(batch -> conclude(batch, one, document));
    }

    private List<Effect> apply(Document document, Alike alike, List<SubmittedClaim> concerned) {
        List<UUID> ids =
                concerned.stream().map(SubmittedClaim::claimId).distinct().toList();
        Map<UUID, ClaimStatus> before = claims.find(ids).stream()
                .collect(Collectors.toMap(
                        ClaimSummary::id, ClaimSummary::status, (one, same) -> one, LinkedHashMap::new));
        Map<UUID, Move> moves =
                move(document, alike, ids).stream().collect(Collectors.toMap(Move::claimId, Function.identity()));
        List<UUID> stayed = ids.stream()
                .filter(id -> before.containsKey(id) && !moves.containsKey(id))
                .toList();
        if (alike.verdict() != Verdict.NOTED && !stayed.isEmpty()) {
            claims.heard(stayed, document.answer(alike));
        }
        boolean ofClaims = alike.hop() == Hop.CLEARINGHOUSE || alike.hop() == Hop.PAYER;
        if (ofClaims && alike.verdict() != Verdict.NOTED) {
            submissions.answered(concerned, alike.verdict() == Verdict.ACCEPTED, document.receivedAt());
            followUps.answered(FollowUpKind.NO_277CA, about(ids, alike, document));
        }
        ask(document, alike, ids, stayed, before);
        List<Effect> effects = new ArrayList<>();
        before.forEach((id, status) -> effects.add(effect(alike, id, status, moves.get(id))));
        return effects;
    }

    private List<Move> move(Document document, Alike alike, List<UUID> ids) {
        Answer answer = document.answer(alike);
        return switch (alike.verdict()) {
            case RECEIVED -> claims.received(ids, answer);
            case ACCEPTED -> claims.accepted(ids, answer);
            case REJECTED -> claims.rejected(ids, answer);
            case NOTED, NOT_FOUND, SPLIT, UNCLEAR -> List.of();
        };
    }

    /** A4 and A5 are tasks; so is an acceptance by the hop that had refused, which moves nothing. */
    private void ask(Document document, Alike alike, List<UUID> ids, List<UUID> stayed, Map<UUID, ClaimStatus> before) {
        switch (alike.verdict()) {
            case NOT_FOUND ->
                followUps.open(
                        FollowUpKind.CLAIM_NOT_FOUND,
                        about(ids, alike, document),
                        "The partner does not find the claim: ask, and send it again. " + alike.reason());
            case SPLIT ->
                followUps.open(
                        FollowUpKind.CLAIM_SPLIT,
                        about(ids, alike, document),
                        "The payer has split the claim: expect an answer and a payment for each part. "
                                + alike.reason());
            case UNCLEAR ->
                followUps.open(
                        FollowUpKind.UNCLEAR_ANSWER,
                        about(ids, alike, document),
                        "The answer says nothing that the guide knows: ask the partner. " + alike.reason());
            case ACCEPTED -> {
                List<UUID> refusedBefore = stayed.stream()
                        .filter(id -> before.get(id) == ClaimStatus.REJECTED)
                        .toList();
                followUps.open(
                        FollowUpKind.CONTRADICTION,
                        about(refusedBefore, alike, document),
                        "The claim was refused and is said to be accepted: ask before sending it again. "
                                + alike.reason());
            }
            case NOTED, RECEIVED, REJECTED -> {
                // nothing to ask
            }
        }
    }

    private void conclude(UUID batch, Reading.One one, Document document) {
        submissions.acknowledged(
                batch, document.id(), one.kind().code(), one.outcome().name(), document.receivedAt());
        switch (one.kind()) {
            case TA1 -> {
                if (one.outcome() == Outcome.REJECTED) {
                    submissions.notReceived(batch);
                    followUps.answered(FollowUpKind.NO_999, List.of(new About(batch, null, document.id())));
                }
            }
            case X999 -> {
                submissions.concluded(batch, status(one.outcome()));
                followUps.answered(FollowUpKind.NO_999, List.of(new About(batch, null, document.id())));
            }
            case X277CA, UNKNOWN -> {
                // says nothing of the batch as a file
            }
        }
    }

    private static BatchStatus status(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, ACCEPTED_WITH_ERRORS, RECEIVED -> BatchStatus.ACKNOWLEDGED;
            case PARTLY_ACCEPTED -> BatchStatus.PARTLY_ACKNOWLEDGED;
            case REJECTED, UNREADABLE -> BatchStatus.REJECTED;
        };
    }

    private static List<About> about(List<UUID> ids, Alike alike, Document document) {
        return ids.stream()
                .map(id -> new About(alike.batchId(), id, document.id()))
                .toList();
    }

    private static Effect effect(Alike alike, UUID id, ClaimStatus before, @Nullable Move move) {
        return new Effect(
                id,
                alike.batchId(),
                alike.hop(),
                alike.verdict(),
                before,
                move == null ? before : move.to(),
                alike.reason());
    }

    private static Notes.Unmatched unmatched(Statement statement) {
        String subject = switch (statement.subject()) {
            case Subject.Interchange interchange -> "interchange " + interchange.number();
            case Subject.RestOfGroup group -> "group " + group.number();
            case Subject.TransactionSet set -> "transaction " + set.number() + " of group " + set.group();
            case Subject.Submission submission -> "submission " + submission.reference();
            case Subject.SingleClaim claim -> "claim " + claim.patientControlNumber();
        };
        int space = subject.indexOf(' ');
        return new Notes.Unmatched(
                subject.substring(0, space),
                subject.substring(space + 1),
                statement.verdict().name(),
                statement.reason());
    }
}
