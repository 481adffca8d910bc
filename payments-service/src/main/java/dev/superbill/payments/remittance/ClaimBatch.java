package dev.superbill.payments.remittance;

import dev.superbill.kernel.Money;
import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.payer.Payer;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.Receivable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are posted together, in the order in which they came. Here originals, reversals and corrections meet in
 * whichever order: a reversal takes back the payment whose charge and payment it negates; before that has come its money
 * is unapplied, and the payment's coming applies it.
 */
final class ClaimBatch {

    /** What the batch looks up; whatever it finds stays locked until the batch is written. */
    interface Books extends ClaimFinder.Accounts {

        /** Entries by their ids, also those of this batch. */
        List<JournalEntry> entries(Collection<UUID> ids);

        /** All answers to a claim's account so far, the oldest first; without those of this batch. */
        List<AnsweredClaim> answers(String accountNumber);

        Optional<Payer> payer(PayerNames names);
    }

    /** Something for a person to decide. */
    record Question(Kind kind, AnsweredClaim claim, Money amount, List<Reason> reasons) {

        enum Kind {
            CLAIM_HELD,
            REVERSAL_MISMATCH,
            WRITE_OFF_EXCESS
        }
    }

    /**
     * An answer that has reached its claim, to be told.
     *
     * @param takenBack of a reversal, the payment that it takes back
     */
    record Adjudication(
            AnsweredClaim claim,
            ClaimAccount account,
            boolean correction,
            @Nullable AnsweredClaim takenBack) {}

    private final Books books;
    private final LocalDate today;
    private final String who;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Set<AnsweredClaim> touched = new LinkedHashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<AnsweredClaim> answered = new ArrayList<>();
    private final List<Adjudication> adjudications = new ArrayList<>();

    /**
     * An empty batch.
     *
     * @param who a user, {@code event:<consumer>} or {@code job:<name>}
     */
    ClaimBatch(Books books, LocalDate today, String who) {
        this.books = books;
        this.today = today;
        this.who = who;
    }

    /** An answer of a transaction that posts. One that is not proven is held, its money in suspense. */
    void take(AnsweredClaim claim) {
        if (claim.faults().isEmpty()) {
            takeAsSent(claim);
            return;
        }
        touched.add(claim);
        claim.hold(claim.faults());
        add(claim, posting(claim, AccountCode.CLEARING).park(claim.answer(), AccountCode.SUSPENSE));
        questions.add(
                new Question(Question.Kind.CLAIM_HELD, claim, claim.answer().paid(), claim.faults()));
    }

    /** An answer of a transaction that a person has accepted: it posts as it was sent. */
    void takeAsSent(AnsweredClaim claim) {
        settle(claim, AccountCode.CLEARING);
    }

    /** A held answer that a person has accepted. */
    void accept(AnsweredClaim claim) {
        settle(claim, AccountCode.SUSPENSE);
    }

    /** A held answer that a person has rejected: its money is unapplied, and nothing applies it by itself. */
    void reject(AnsweredClaim claim) {
        touched.add(claim);
        add(
                claim,
                posting(claim, AccountCode.SUSPENSE)
                        .moveParked(claim.answer(), AccountCode.SUSPENSE, AccountCode.UNAPPLIED));
        claim.keepUnapplied(
                null, Reason.of("REJECTED", "A person has rejected the claim; its payment is unapplied cash."));
    }

    /**
     * A person leaves a reversal on the books that agrees with no payment: what it was meant for is taken back by the
     * person's word, though only its cash is posted.
     */
    void acceptMismatch(AnsweredClaim claim) {
        touched.add(claim);
        claim.post();
        ClaimAccount account = accountOf(claim);
        reversible(claim, account).stream()
                .min(preferring(claim))
                .ifPresent(original -> tell(claim, original, account));
    }

    /** A person takes a reversal off its claim that agrees with no payment: its money is unapplied. */
    void rejectMismatch(AnsweredClaim claim) {
        touched.add(claim);
        ClaimAccount account = accountOf(claim);
        Receivable receivable = account.receivableOf(payerOf(claim), claim.payerRank());
        add(claim, posting(claim, AccountCode.UNAPPLIED).takeOff(claim.answer(), account, receivable));
        claim.keepUnapplied(
                null, Reason.of("REJECTED", "A person has rejected the reversal; its payment is unapplied cash."));
    }

    /** A person writes off what a later payer wanted written off beyond what it owes. */
    void writeOffRest(AnsweredClaim claim, Money rest) {
        touched.add(claim);
        ClaimAccount account = accountOf(claim);
        Receivable receivable = account.receivableOf(payerOf(claim), claim.payerRank());
        add(claim, posting(claim, AccountCode.UNAPPLIED).writeOffRest(account, receivable, rest));
    }

    /** An unapplied answer whose claim may be known by now. */
    void retry(AnsweredClaim claim) {
        settle(claim, AccountCode.UNAPPLIED);
    }

    /** What is to be posted. */
    List<JournalEntry> entries() {
        return entries;
    }

    /** All answers that have changed, those taken included. */
    Set<AnsweredClaim> touched() {
        return touched;
    }

    List<Question> questions() {
        return questions;
    }

    /**
     * Whose open questions a later document has answered: reversals that agreed with nothing and have been matched since,
     * and payments that were taken back.
     */
    List<AnsweredClaim> matched() {
        return answered;
    }

    List<Adjudication> adjudications() {
        return adjudications;
    }

    private void settle(AnsweredClaim claim, AccountCode from) {
        touched.add(claim);
        if (!claim.answer().status().touchesReceivables()) {
            if (claim.answer().paid().isZero()) {
                claim.post();
            } else {
                keepUnapplied(
                        claim,
                        from,
                        null,
                        "NOT_OURS_TO_POST",
                        "The payer has forwarded or only estimated the claim, and yet pays: the payment is unapplied cash.");
            }
            return;
        }
        Optional<ClaimAccount> found =
                ClaimFinder.find(claim.answer(), books, claim.payment().payer(), books::payer);
        if (found.isEmpty()) {
            keepUnapplied(
                    claim,
                    from,
                    WaitsFor.CLAIM,
                    "CLAIM_NOT_FOUND",
                    "No claim of ours fits: the payment is unapplied cash and will be applied when the claim is there.");
            return;
        }
        ClaimAccount account = found.get();
        Receivable receivable =
                ClaimFinder.receivable(claim.answer(), account, claim.payment().payer(), books::payer);
        claim.belongsTo(account, receivable);
        if (claim.isReversal()) {
            reverse(claim, account, receivable, from);
        } else {
            pay(claim, account, receivable, from);
        }
    }

    private void pay(AnsweredClaim claim, ClaimAccount account, Receivable receivable, AccountCode from) {
        List<AnsweredClaim> before = answers(claim, account);
        boolean correction = before.stream()
                .anyMatch(other -> other.isOfSamePayer(claim)
                        && (other.isReversal() || other.isReversible() || other.reversedBy() != null));
        if (!claim.answer().payerControlNumber().isEmpty()) {
            account.knownAs(receivable, claim.answer().payerControlNumber());
        }
        ClaimPosting.Plan plan = posting(claim, from).pay(claim.answer(), account, receivable, from);
        add(claim, plan.entries());
        claim.post();
        if (!plan.notWrittenOff().isZero()) {
            questions.add(
                    new Question(
                            Question.Kind.WRITE_OFF_EXCESS,
                            claim,
                            plan.notWrittenOff(),
                            List.of(
                                    Reason.of(
                                            "WRITE_OFF_EXCESS",
                                            "A later payer's contractual adjustment is more than its receivable holds; accept to write the rest off."))));
        }
        adjudications.add(new Adjudication(claim, account, correction, null));
        before.stream()
                .filter(other -> other.isReversal()
                        && (other.waitsFor() == WaitsFor.ORIGINAL || other.waitsFor() == WaitsFor.MATCH)
                        && other.isOfSamePayer(claim)
                        && takesBack(other, claim))
                .min(preferring(claim))
                .ifPresent(reversal -> applyReversal(reversal, claim, account));
    }

    /** The payment has come that a reversal takes back, which came first. */
    private void applyReversal(AnsweredClaim reversal, AnsweredClaim original, ClaimAccount account) {
        touched.add(reversal);
        ClaimPosting posting = posting(reversal, AccountCode.UNAPPLIED);
        if (reversal.waitsFor() == WaitsFor.ORIGINAL) {
            add(reversal, posting.unpark(reversal.answer(), AccountCode.UNAPPLIED));
        } else {
            Receivable posted = account.receivableOf(payerOf(reversal), reversal.payerRank());
            add(reversal, posting.unpayOnly(reversal.answer(), account, posted));
            answered.add(reversal);
        }
        takeBack(reversal, original, account, posting);
    }

    private void reverse(AnsweredClaim claim, ClaimAccount account, Receivable receivable, AccountCode from) {
        List<AnsweredClaim> open = reversible(claim, account);
        Optional<AnsweredClaim> original =
                open.stream().filter(other -> takesBack(claim, other)).min(preferring(claim));
        ClaimPosting posting = posting(claim, from);
        if (original.isPresent()) {
            if (!from.equals(AccountCode.CLEARING)) {
                add(claim, posting.unpark(claim.answer(), from));
            }
            takeBack(claim, original.get(), account, posting);
        } else if (open.isEmpty()) {
            keepUnapplied(
                    claim,
                    from,
                    WaitsFor.ORIGINAL,
                    "ORIGINAL_NOT_FOUND",
                    "The payment that is reversed has not come: the amount is unapplied until it does.");
        } else {
            Reason reason = Reason.of(
                    "REVERSAL_MISMATCH",
                    "The reversal agrees in charge and payment with no payment of this payer: only its payment is posted.");
            add(claim, posting.payOnly(claim.answer(), account, receivable, from));
            claim.postUntilMatched(reason);
            // told when it is known what it takes back: by the document that it agrees with, or by a person
            questions.add(new Question(
                    Question.Kind.REVERSAL_MISMATCH, claim, claim.answer().paid(), List.of(reason)));
        }
    }

    /** The payments of the same payer that none has taken back, the oldest first. */
    private List<AnsweredClaim> reversible(AnsweredClaim reversal, ClaimAccount account) {
        return answers(reversal, account).stream()
                .filter(other -> other.isReversible() && other.isOfSamePayer(reversal))
                .toList();
    }

    private void takeBack(AnsweredClaim reversal, AnsweredClaim original, ClaimAccount account, ClaimPosting posting) {
        touched.add(original);
        original.takenBackBy(reversal);
        // whether the rest of its adjustments is written off is no longer a question
        questions.removeIf(question -> question.claim().equals(original));
        answered.add(original);
        List<JournalEntry> originals = new ArrayList<>(books.entries(original.entryIds()));
        entries.stream()
                .filter(entry -> original.entryIds().contains(entry.id()) && !originals.contains(entry))
                .forEach(originals::add);
        add(reversal, posting.reverse(account, originals));
        reversal.post();
        tell(reversal, original, account);
    }

    private void tell(AnsweredClaim reversal, AnsweredClaim original, ClaimAccount account) {
        // a claim that has been replaced since gets its decision back, and not the one in its place
        reversal.concerns(original);
        adjudications.add(new Adjudication(reversal, account, false, original));
    }

    private void keepUnapplied(
            AnsweredClaim claim, AccountCode from, @Nullable WaitsFor what, String code, String message) {
        ClaimPosting posting = posting(claim, from);
        if (from.equals(AccountCode.CLEARING)) {
            add(claim, posting.park(claim.answer(), AccountCode.UNAPPLIED));
        } else if (from.equals(AccountCode.SUSPENSE)) {
            add(claim, posting.moveParked(claim.answer(), from, AccountCode.UNAPPLIED));
        }
        claim.keepUnapplied(what, Reason.of(code, message));
    }

    /** The answers to an account but for one, the oldest first; those that this batch has changed as they are now. */
    private List<AnsweredClaim> answers(AnsweredClaim but, ClaimAccount account) {
        Map<UUID, AnsweredClaim> all = new LinkedHashMap<>();
        books.answers(account.controlNumber()).forEach(claim -> all.put(claim.id(), claim));
        touched.stream()
                .filter(claim -> account.controlNumber().equals(claim.accountNumber()))
                .forEach(claim -> all.put(claim.id(), claim));
        all.remove(but.id());
        return List.copyOf(all.values());
    }

    private static boolean takesBack(AnsweredClaim reversal, AnsweredClaim original) {
        return reversal.answer()
                .takesBack(original.answer().chargeCents(), original.answer().paidCents());
    }

    /** Where several fit, the payer's own number breaks the tie; else the oldest. */
    private static Comparator<AnsweredClaim> preferring(AnsweredClaim claim) {
        Function<AnsweredClaim, Boolean> otherNumber = other ->
                !other.answer().payerControlNumber().equals(claim.answer().payerControlNumber());
        return Comparator.comparing(otherNumber);
    }

    private ClaimAccount accountOf(AnsweredClaim claim) {
        String number = claim.accountNumber();
        return (number == null ? Optional.<ClaimAccount>empty() : books.byControlNumber(number))
                .orElseThrow(() -> new IllegalStateException("An answer on the books of a claim has its account"));
    }

    private static UUID payerOf(AnsweredClaim claim) {
        UUID payerId = claim.payerId();
        if (payerId == null) {
            throw new IllegalStateException("An answer on the books of a claim has a payer");
        }
        return payerId;
    }

    /** Entries of the payment's own day while it comes; what happens later has the day on which it happens. */
    private ClaimPosting posting(AnsweredClaim claim, AccountCode from) {
        PaymentHeader payment = claim.payment();
        return new ClaimPosting(
                from.equals(AccountCode.CLEARING) ? payment.document(today, who) : payment.on(today, who),
                claim.ordinal(),
                payment.trace());
    }

    private void add(AnsweredClaim claim, List<JournalEntry> made) {
        entries.addAll(made);
        claim.made(made);
    }
}
