package dev.superbill.payments.remittance;

import dev.superbill.kernel.Money;
import dev.superbill.payments.exception.Decisions;
import dev.superbill.payments.exception.ExceptionKind;
import dev.superbill.payments.exception.PostingException;
import dev.superbill.payments.exception.Reason;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What people's decisions about remittances do. */
@ApplicationScoped
class RemittanceDecisions implements Decisions {

    /** So many claims are posted while the person waits; more are posted by the next run of the job. */
    private static final int MOST_CLAIMS_AT_ONCE = 2_000;

    private final RemittanceTable remittances;
    private final TransactionTable transactions;
    private final ClaimTable claims;
    private final ClaimBooks books;
    private final RemittancePoster poster;
    private final RemittanceWork work;

    RemittanceDecisions(
            RemittanceTable remittances,
            TransactionTable transactions,
            ClaimTable claims,
            ClaimBooks books,
            RemittancePoster poster,
            RemittanceWork work) {
        this.remittances = remittances;
        this.transactions = transactions;
        this.claims = claims;
        this.books = books;
        this.poster = poster;
        this.work = work;
    }

    @Override
    public void lock(PostingException exception) {
        if (exception.kind() == ExceptionKind.TRANSACTION_HELD) {
            transactions.lock(exception.subjectId());
        } else {
            claims.find(exception.subjectId()).ifPresent(claim -> books.lock(List.of(accountNumber(claim))));
        }
    }

    @Override
    public void accept(PostingException exception, String reason) {
        switch (exception.kind()) {
            case TRANSACTION_HELD -> acceptTransaction(exception.subjectId(), reason);
            case CLAIM_HELD -> change(exception, ClaimBatch::accept);
            case REVERSAL_MISMATCH -> change(exception, ClaimBatch::acceptMismatch);
            case WRITE_OFF_EXCESS ->
                change(exception, (batch, claim) -> batch.writeOffRest(claim, Money.ofCents(exception.amountCents())));
        }
    }

    @Override
    public void reject(PostingException exception, String reason) {
        switch (exception.kind()) {
            case TRANSACTION_HELD -> rejectTransaction(exception.subjectId(), reason);
            case CLAIM_HELD -> change(exception, ClaimBatch::reject);
            case REVERSAL_MISMATCH -> change(exception, ClaimBatch::rejectMismatch);
            case WRITE_OFF_EXCESS -> {
                // it stays in the payer's receivable, where it is
            }
        }
    }

    private void acceptTransaction(UUID id, String reason) {
        RemittanceTransaction transaction = transaction(id);
        boolean amended = transactions.look(transaction) == TransactionTable.Place.OTHER_CONTENT;
        if (transactions.register(transaction, amended) != TransactionTable.Place.FREE) {
            throw ProblemException.conflict(
                    "ALREADY_POSTED", "The same payment with the same content is on the books: reject this one");
        }
        claims.deleteOf(transaction.remittanceId(), transaction.ordinal());
        RemittanceTransaction accepted = transaction.with(
                TransactionStatus.POSTING,
                List.of(Reason.of(RemittanceTransaction.ACCEPTED, "A person has accepted it: " + reason)));
        transactions.restart(id, accepted.reasons());
        if (transaction.claims() <= MOST_CLAIMS_AT_ONCE) {
            work.postWithin(accepted);
        } else {
            remittances.reopen(transaction.remittanceId());
        }
    }

    private void rejectTransaction(UUID id, String reason) {
        RemittanceTransaction transaction = transaction(id);
        transactions.setStatus(transaction.with(
                TransactionStatus.REJECTED, List.of(Reason.of("REJECTED", "A person has rejected it: " + reason))));
        poster.conclude(transaction.remittanceId());
    }

    private RemittanceTransaction transaction(UUID id) {
        return transactions
                .find(id)
                .orElseThrow(() -> new IllegalStateException("An exception is about a transaction that is kept"));
    }

    private void change(PostingException exception, BiConsumer<ClaimBatch, AnsweredClaim> change) {
        AnsweredClaim claim = claims.lock(exception.subjectId())
                .orElseThrow(() -> new IllegalStateException("An exception is about a claim that is kept"));
        books.change(List.of(accountNumber(claim)), batch -> change.accept(batch, claim));
        poster.concludeClaim(claim.payment());
    }

    /** The account on whose books the claim is, else the one on which it is likely to be. */
    private static String accountNumber(AnsweredClaim claim) {
        String number = claim.accountNumber();
        return number == null ? claim.answer().patientControlNumber() : number;
    }
}
