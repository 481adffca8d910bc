package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.submission.Submissions;
import dev.superbill.claims.submission.SubmittedClaim;
import dev.superbill.claims.submission.SubmittedTransaction;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.x12.ControlNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what the statements of one file speak of; remembers it, because a file speaks of one batch many times. */
final class AnswerMatching {

    private final Submissions submissions;
    private final @Nullable TradingPartnerView partner;
    private final Map<String, Optional<SubmittedTransaction>> transactions = new HashMap<>();
    private final Map<SubmittedTransaction, Map<String, SubmittedClaim>> claims = new HashMap<>();

    /**
     * Matches one file.
     *
     * @param partner whose folder it came from; some answer under other ids than those that they were sent to
     */
    AnswerMatching(Submissions submissions, @Nullable TradingPartnerView partner) {
        this.submissions = submissions;
        this.partner = partner;
    }

    /**
     * What a statement speaks of.
     *
     * @param batchId the batch
     * @param claims the claims under it
     */
    record Found(UUID batchId, List<SubmittedClaim> claims) {}

    Optional<Found> find(Subject subject) {
        return switch (subject) {
            case Subject.Interchange interchange ->
                batch(interchange.senderId(), interchange.receiverId(), interchange.number(), true)
                        .map(batch -> new Found(batch, submissions.claims(batch)));
            case Subject.RestOfGroup group ->
                batch(group.senderId(), group.receiverId(), group.number(), false)
                        .map(batch -> new Found(batch, rest(batch, group)));
            case Subject.TransactionSet set ->
                batch(set.senderId(), set.receiverId(), set.group(), false).flatMap(batch -> transaction(batch, set));
            case Subject.Submission submission ->
                transaction(submission.reference()).map(this::all);
            case Subject.SingleClaim claim -> claim(claim);
        };
    }

    private Optional<UUID> batch(String senderId, String receiverId, String number, boolean interchange) {
        if (!number.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(number);
        Optional<UUID> found = lookUp(senderId, receiverId, value, interchange);
        TradingPartnerView known = partner;
        return found.isPresent() || known == null
                ? found
                : lookUp(known.submitterId(), known.receiverId(), value, interchange);
    }

    private Optional<UUID> lookUp(String senderId, String receiverId, long number, boolean interchange) {
        return interchange
                ? submissions.batchOfInterchange(senderId, receiverId, number)
                : submissions.batchOfGroup(senderId, receiverId, number);
    }

    private List<SubmittedClaim> rest(UUID batch, Subject.RestOfGroup group) {
        return submissions.transactions(batch).stream()
                .filter(transaction -> group.named().stream()
                        .noneMatch(named -> ControlNumbers.same(named, Long.toString(transaction.number()))))
                .flatMap(transaction -> submissions.claims(transaction).stream())
                .toList();
    }

    private Optional<Found> transaction(UUID batch, Subject.TransactionSet set) {
        return submissions.transactions(batch).stream()
                .filter(transaction -> ControlNumbers.same(set.number(), Long.toString(transaction.number())))
                .findFirst()
                .map(this::all);
    }

    private Optional<SubmittedTransaction> transaction(String reference) {
        return transactions.computeIfAbsent(reference, submissions::transaction);
    }

    private Found all(SubmittedTransaction transaction) {
        return new Found(
                transaction.batchId(), List.copyOf(byNumber(transaction).values()));
    }

    private Optional<Found> claim(Subject.SingleClaim claim) {
        Optional<SubmittedTransaction> transaction = transaction(claim.reference());
        Optional<SubmittedClaim> found = transaction.isPresent()
                ? Optional.ofNullable(byNumber(transaction.get()).get(claim.patientControlNumber()))
                : submissions.lastClaim(claim.patientControlNumber());
        return found.map(one -> new Found(one.batchId(), List.of(one)));
    }

    private Map<String, SubmittedClaim> byNumber(SubmittedTransaction transaction) {
        return claims.computeIfAbsent(
                transaction,
                each -> submissions.claims(each).stream()
                        .collect(Collectors.toMap(
                                SubmittedClaim::patientControlNumber,
                                Function.identity(),
                                (first, second) -> first,
                                java.util.LinkedHashMap::new)));
    }
}
