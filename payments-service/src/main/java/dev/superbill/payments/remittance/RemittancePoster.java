package dev.superbill.payments.remittance;

import dev.superbill.kernel.Money;
import dev.superbill.payments.exception.ExceptionKind;
import dev.superbill.payments.exception.Exceptions;
import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.Concern;
import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.ledger.Ledger;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.x12.remittance.ProviderAdjustment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The single steps of posting a transaction; each is done in the running transaction and may be repeated. */
@ApplicationScoped
class RemittancePoster {

    private static final int MOST_CLAIM_WARNINGS = 100;

    private final RemittanceTable remittances;
    private final TransactionTable transactions;
    private final ClaimTable claims;
    private final ClaimBooks books;
    private final Exceptions exceptions;
    private final Ledger ledger;
    private final PracticeProfiles practice;
    private final PracticeContext context;
    private final Event<PostingMeters.TransactionPosted> posted;

    RemittancePoster(
            RemittanceTable remittances,
            TransactionTable transactions,
            ClaimTable claims,
            ClaimBooks books,
            Exceptions exceptions,
            Ledger ledger,
            PracticeProfiles practice,
            PracticeContext context,
            Event<PostingMeters.TransactionPosted> posted) {
        this.remittances = remittances;
        this.transactions = transactions;
        this.claims = claims;
        this.books = books;
        this.exceptions = exceptions;
        this.ledger = ledger;
        this.practice = practice;
        this.context = context;
        this.posted = posted;
    }

    /** Decides whether a transaction posts: registers its payment, or finds that it is on the books already. */
    RemittanceTransaction begin(RemittanceTransaction transaction) {
        RemittanceTransaction decided = transaction.accepted() ? transaction : decide(transaction);
        if (decided.status() != transaction.status()
                || decided.reasons().size() != transaction.reasons().size()) {
            transactions.setStatus(decided);
        }
        return decided;
    }

    private RemittanceTransaction decide(RemittanceTransaction transaction) {
        return switch (transaction.status()) {
            case POSTING ->
                switch (transactions.register(transaction, false)) {
                    case FREE -> transaction;
                    case SAME_CONTENT -> duplicate(transaction);
                    case OTHER_CONTENT -> amended(transaction);
                };
            case HELD ->
                switch (transactions.look(transaction)) {
                    case FREE -> transaction;
                    case SAME_CONTENT -> duplicate(transaction);
                    case OTHER_CONTENT ->
                        transaction.reasons().stream()
                                        .anyMatch(one -> one.code().equals("AMENDED"))
                                ? transaction
                                : amended(transaction);
                };
            case REJECTED, DUPLICATE, POSTED, PARTLY_POSTED, SUPERSEDED -> transaction;
        };
    }

    private static RemittanceTransaction duplicate(RemittanceTransaction transaction) {
        return transaction.with(
                TransactionStatus.DUPLICATE,
                List.of(Reason.of("DUPLICATE", "The same payment with the same content is on the books already.")));
    }

    private static RemittanceTransaction amended(RemittanceTransaction transaction) {
        return transaction.with(
                TransactionStatus.HELD,
                List.of(
                        Reason.of(
                                "AMENDED",
                                "The same payment (payer, trace, date, amount, payee) is on the books with another content. Ask the payer which is right.")));
    }

    /**
     * The next claims of a transaction, in their order; a transaction that does not post only keeps them.
     *
     * @param worker who works on the remittance; null while a person waits for the one transaction
     */
    void take(RemittanceTransaction transaction, @Nullable UUID worker, List<AnsweredClaim> answers) {
        if (transaction.status() == TransactionStatus.POSTING) {
            books.take(answers, transaction.accepted());
        } else {
            Reason reason = Reason.of(
                    "TRANSACTION_" + transaction.status(), "Nothing of the transaction is posted, see its reasons.");
            answers.forEach(claim -> {
                List<Reason> all = new ArrayList<>(claim.faults());
                all.add(reason);
                claim.hold(all);
            });
            claims.insert(answers);
        }
        transactions.setProgress(transaction.id(), answers.getLast().ordinal());
        if (worker != null) {
            remittances.renew(transaction.remittanceId(), worker);
        }
    }

    /** All claims are done: posts what is left of the transaction and gives it its status. */
    void finish(RemittanceTransaction transaction) {
        // the first pass has found some of its claims' warnings already, and an accepted transaction ends a second time
        Set<Reason> warnings = new LinkedHashSet<>(transaction.warnings());
        warnings.addAll(claims.warnings(transaction.remittanceId(), transaction.ordinal(), MOST_CLAIM_WARNINGS));
        if (transaction.status() == TransactionStatus.POSTING) {
            postDifference(transaction);
            TransactionStatus status = claims.held(transaction.remittanceId(), transaction.ordinal()) == 0
                    ? TransactionStatus.POSTED
                    : TransactionStatus.PARTLY_POSTED;
            transactions.finish(transaction.id(), status, warnings);
            Long payment = transaction.paymentCents();
            posted.fire(new PostingMeters.TransactionPosted(transaction.claims(), payment == null ? 0 : payment));
            supersede(transaction);
        } else {
            transactions.finish(transaction.id(), transaction.status(), warnings);
            if (transaction.status() == TransactionStatus.HELD) {
                Long payment = transaction.paymentCents();
                exceptions.open(List.of(new Exceptions.Question(
                        ExceptionKind.TRANSACTION_HELD,
                        transaction.id(),
                        transaction.remittanceId(),
                        transaction.ordinal(),
                        null,
                        payment == null ? 0 : payment,
                        transaction.reasons())));
            }
        }
    }

    private void supersede(RemittanceTransaction by) {
        List<RemittanceTransaction> superseded = transactions.supersede(by);
        exceptions.close(
                superseded.stream().map(RemittanceTransaction::id).toList(), "A corrected remittance has come");
        superseded.stream()
                .map(RemittanceTransaction::remittanceId)
                .distinct()
                .filter(id -> !id.equals(by.remittanceId()))
                .forEach(this::conclude);
    }

    /** Gives a remittance the status that follows from its transactions. */
    void conclude(UUID remittanceId) {
        // locked first: of two who decide at the same time the second sees what the first has decided
        remittances.lock(remittanceId);
        remittances.setStatus(remittanceId, TransactionStatus.ofAll(transactions.statuses(remittanceId)));
    }

    /** A claim of a posted transaction was decided: what is no longer held in part is posted. */
    void concludeClaim(PaymentHeader payment) {
        remittances.lock(payment.remittanceId());
        RemittanceTransaction transaction = transactions
                .find(payment.transactionId())
                .orElseThrow(() -> new IllegalStateException("A claim belongs to a transaction"));
        if (transaction.status() == TransactionStatus.PARTLY_POSTED
                && claims.held(transaction.remittanceId(), transaction.ordinal()) == 0) {
            transactions.setStatus(transaction.with(TransactionStatus.POSTED, List.of()));
            conclude(transaction.remittanceId());
        }
    }

    private static String memo(RemittanceTransaction transaction) {
        return transaction.reasons().stream()
                .filter(reason -> reason.code().equals(RemittanceTransaction.ACCEPTED))
                .map(reason -> "Difference. " + reason.message())
                .findFirst()
                .orElse("Difference accepted by a person");
    }

    /** Provider adjustments of a transaction; one that does not post has none. */
    void adjust(RemittanceTransaction transaction, List<ProviderAdjustment> adjustments) {
        if (transaction.status() != TransactionStatus.POSTING) {
            return;
        }
        Document document = document(transaction);
        ledger.post(adjustments.stream()
                .flatMap(one -> document
                        .move(
                                "plb/" + one.ordinal(),
                                "Provider adjustment " + one.reasonCode(),
                                AccountCode.ofProviderAdjustment(one.reasonCode()),
                                AccountCode.CLEARING,
                                Money.ofCents(one.amountCents()),
                                Concern.NONE,
                                one.reference().isEmpty() ? transaction.trace() : one.reference())
                        .stream())
                .toList());
    }

    /** The difference that a person has accepted. */
    private void postDifference(RemittanceTransaction transaction) {
        ledger.post(document(transaction)
                .move(
                        "difference",
                        memo(transaction),
                        AccountCode.CLEARING,
                        AccountCode.SUSPENSE,
                        Money.ofCents(transaction.differenceCents()),
                        Concern.NONE,
                        transaction.trace())
                .stream()
                .toList());
    }

    private Document document(RemittanceTransaction transaction) {
        return transaction.header().document(practice.today(), context.actor());
    }
}
