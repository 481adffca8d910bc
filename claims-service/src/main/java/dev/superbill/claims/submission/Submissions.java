package dev.superbill.claims.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was sent, for those who read the answers: finds it by control numbers, and notes what was answered. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Submissions {

    private final BatchRepository batches;
    private final BatchStore store;
    private final SentClaims sentClaims;

    Submissions(BatchRepository batches, BatchStore store, SentClaims sentClaims) {
        this.batches = batches;
        this.store = store;
        this.sentClaims = sentClaims;
    }

    /** The batch that went out as an interchange (ISA06, ISA08, ISA13). */
    public Optional<UUID> batchOfInterchange(String senderId, String receiverId, long number) {
        return batches.ofInterchange(senderId, receiverId, number).map(Batch::id);
    }

    /** The batch that went out as a functional group (GS02, GS03, GS06). */
    public Optional<UUID> batchOfGroup(String senderId, String receiverId, long number) {
        return batches.ofGroup(senderId, receiverId, number).map(Batch::id);
    }

    /** The transactions of a batch, in their order. */
    public List<SubmittedTransaction> transactions(UUID batchId) {
        return store.transactions(batchId);
    }

    /** The transaction with a BHT03. */
    public Optional<SubmittedTransaction> transaction(String submission) {
        return store.transaction(submission);
    }

    /** All claims of a batch. */
    public List<SubmittedClaim> claims(UUID batchId) {
        return store.claims(batchId);
    }

    /** The claims of a transaction. */
    public List<SubmittedClaim> claims(SubmittedTransaction transaction) {
        return store.claims(transaction.batchId(), transaction.ordinal());
    }

    /** The latest submission under a patient control number, for answers that do not name their transaction. */
    public Optional<SubmittedClaim> lastClaim(String patientControlNumber) {
        return store.lastClaim(patientControlNumber);
    }

    /**
     * An answer proves that the file has arrived: where a crash kept us from noting it, it is noted now.
     *
     * @param at when the answer came
     */
    public void arrived(UUID batchId, Instant at) {
        Batch batch = batches.findById(batchId);
        if (batch != null && batch.status().isToBeSent()) {
            sentClaims.markSent(batch, at);
        }
    }

    /** Notes that a 277CA has spoken of claims, and whether they were taken for adjudication. */
    public void answered(List<SubmittedClaim> claims, boolean accepted, Instant at) {
        store.answered(claims, accepted, at);
    }

    /** Shows an answer with its batch. */
    public void acknowledged(UUID batchId, UUID acknowledgementId, String kind, String outcome, Instant receivedAt) {
        store.acknowledge(batchId, new BatchStore.Answer(acknowledgementId, kind, outcome, receivedAt));
    }

    /** The partner has answered for the transactions of a batch. */
    public void concluded(UUID batchId, BatchStatus outcome) {
        Batch batch = batches.findById(batchId);
        if (batch != null) {
            batch.answered(outcome);
        }
    }

    /** The partner has not received the interchange (TA1 R); where its transactions were answered, that counts. */
    public void notReceived(UUID batchId) {
        Batch batch = batches.findById(batchId);
        if (batch != null && batch.status() == BatchStatus.SENT) {
            batch.answered(BatchStatus.REJECTED);
        }
    }

    /** Batches that were sent before a moment and have no 999 yet. */
    public List<UUID> unanswered(Instant sentBefore) {
        return batches.unansweredSince(sentBefore).stream().map(Batch::id).toList();
    }

    /** Submissions from before a moment without a 277CA, in the order of their claims' ids. */
    public List<SubmittedClaim> withoutClaimAnswer(Instant sentBefore, UUID after, int limit) {
        return store.withoutClaimAnswer(sentBefore, after, limit);
    }

    /** Submissions accepted before a moment, in the order of their claims' ids. */
    public List<SubmittedClaim> acceptedBefore(Instant moment, UUID after, int limit) {
        return store.acceptedBefore(moment, after, limit);
    }

    /** Nothing more is expected on these submissions: they are not watched any longer. */
    public void settled(List<SubmittedClaim> claims) {
        store.settled(claims);
    }
}
