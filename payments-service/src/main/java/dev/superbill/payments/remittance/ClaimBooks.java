package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.ExceptionKind;
import dev.superbill.payments.exception.Exceptions;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.payer.Payer;
import dev.superbill.payments.payer.Payers;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimAccounts;
import dev.superbill.payments.receivable.MemberCharge;
import dev.superbill.payments.receivable.PostingSession;
import dev.superbill.payments.remittance.ClaimBatch.Question;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.practice.PracticeContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Carries batches of answers to the books: looks up what they need at once, and writes at once what they make. */
@ApplicationScoped
class ClaimBooks {

    private final ClaimAccounts accounts;
    private final ClaimTable claims;
    private final Exceptions exceptions;
    private final Payers payers;
    private final PracticeProfiles practice;
    private final PracticeContext context;
    private final Outbox outbox;

    ClaimBooks(
            ClaimAccounts accounts,
            ClaimTable claims,
            Exceptions exceptions,
            Payers payers,
            PracticeProfiles practice,
            PracticeContext context,
            Outbox outbox) {
        this.accounts = accounts;
        this.claims = claims;
        this.exceptions = exceptions;
        this.payers = payers;
        this.practice = practice;
        this.context = context;
        this.outbox = outbox;
    }

    /** Takes new answers of a transaction that posts, in the running transaction. */
    void take(List<AnsweredClaim> answers, boolean asSent) {
        PostingSession session = accounts.begin();
        List<String> numbers = answers.stream()
                .map(claim -> claim.answer().patientControlNumber())
                .filter(number -> !number.isEmpty())
                .toList();
        Lookups lookups = new Lookups(session, numbers);
        lookups.seek(answers.stream()
                .filter(claim -> asSent || claim.faults().isEmpty())
                .map(AnsweredClaim::answer)
                .toList());
        ClaimBatch batch = batch(lookups);
        answers.forEach(asSent ? batch::takeAsSent : batch::take);
        Set<AnsweredClaim> fresh = new HashSet<>(answers);
        claims.insert(answers);
        claims.update(
                batch.touched().stream().filter(claim -> !fresh.contains(claim)).toList());
        write(batch, session);
        session.finish();
    }

    /** Keeps others from these accounts until the running transaction ends. */
    void lock(Collection<String> controlNumbers) {
        accounts.begin().prefetch(controlNumbers);
    }

    /** Does something about answers that are kept already, in the running transaction. */
    void change(Collection<String> controlNumbers, Consumer<ClaimBatch> change) {
        PostingSession session = accounts.begin();
        change(session, controlNumbers, change);
        session.finish();
    }

    /** {@link #change(Collection, Consumer)} as a part of a session that somebody else finishes. */
    void change(PostingSession session, Collection<String> controlNumbers, Consumer<ClaimBatch> change) {
        ClaimBatch batch = batch(new Lookups(session, controlNumbers));
        change.accept(batch);
        claims.update(batch.touched());
        write(batch, session);
    }

    private ClaimBatch batch(Lookups lookups) {
        return new ClaimBatch(lookups, practice.today(), context.actor());
    }

    private void write(ClaimBatch batch, PostingSession session) {
        exceptions.close(batch.matched().stream().map(AnsweredClaim::id).toList(), "Payment and reversal have met");
        exceptions.open(batch.questions().stream().map(ClaimBooks::question).toList());
        outbox.publish(batch.adjudications().stream()
                .map(ClaimAdjudicated::of)
                .map(ClaimAdjudicated::outboxEvent)
                .toList());
        session.add(batch.entries());
    }

    private static Exceptions.Question question(Question question) {
        ExceptionKind kind = switch (question.kind()) {
            case CLAIM_HELD -> ExceptionKind.CLAIM_HELD;
            case REVERSAL_MISMATCH -> ExceptionKind.REVERSAL_MISMATCH;
            case WRITE_OFF_EXCESS -> ExceptionKind.WRITE_OFF_EXCESS;
        };
        AnsweredClaim claim = question.claim();
        return new Exceptions.Question(
                kind,
                claim.id(),
                claim.payment().remittanceId(),
                claim.payment().ordinal(),
                claim.ordinal(),
                question.amount().cents(),
                question.reasons());
    }

    /** What is known to the batch; accounts and answers of all its claims are read in one query each. */
    private final class Lookups implements ClaimBatch.Books {

        private final PostingSession session;
        private final Map<String, List<AnsweredClaim>> answers = new HashMap<>();
        private final Map<PayerNames, Optional<Payer>> known = new HashMap<>();

        Lookups(PostingSession session, Collection<String> controlNumbers) {
            this.session = session;
            session.prefetch(controlNumbers);
            // only after the accounts are locked: whoever else answers them has written its answers by then
            Set<String> numbers = new HashSet<>(controlNumbers);
            numbers.removeIf(number -> session.byControlNumber(number).isEmpty());
            remember(numbers);
        }

        /** Looks up at once those claims to which their own number does not lead. */
        void seek(List<ClaimAnswer> sought) {
            List<ClaimAnswer> lost = sought.stream()
                    .filter(answer -> answer.status().touchesReceivables()
                            && byControlNumber(answer.patientControlNumber())
                                    .filter(claim -> ClaimFinder.isConfirmed(answer, claim))
                                    .isEmpty())
                    .toList();
            Set<String> found = session.prefetch(
                    lost.stream()
                            .map(ClaimAnswer::payerControlNumber)
                            .filter(number -> !number.isEmpty())
                            .toList(),
                    lost.stream()
                            .flatMap(answer -> answer.memberCharge().stream())
                            .toList());
            found.removeAll(answers.keySet());
            remember(found);
        }

        @Override
        public Optional<ClaimAccount> byControlNumber(String controlNumber) {
            return controlNumber.isEmpty() ? Optional.empty() : session.byControlNumber(controlNumber);
        }

        @Override
        public Collection<ClaimAccount> byPayerControlNumber(String payerControlNumber) {
            return session.byPayerControlNumber(payerControlNumber);
        }

        @Override
        public Collection<ClaimAccount> byMember(MemberCharge claim) {
            return session.byMember(claim);
        }

        @Override
        public List<JournalEntry> entries(Collection<UUID> ids) {
            return session.entries(ids);
        }

        @Override
        public List<AnsweredClaim> answers(String accountNumber) {
            List<AnsweredClaim> found = answers.get(accountNumber);
            if (found == null) {
                found = new ArrayList<>(claims.ofAccounts(List.of(accountNumber)));
                answers.put(accountNumber, found);
            }
            return found;
        }

        @Override
        public Optional<Payer> payer(PayerNames names) {
            return known.computeIfAbsent(names, this::registered);
        }

        private Optional<Payer> registered(PayerNames names) {
            List<Payer> found = names.identifiers().stream()
                    .flatMap(identifier -> payers.findByIdentifier(identifier).stream())
                    .distinct()
                    .toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }

        private void remember(Set<String> accountNumbers) {
            accountNumbers.forEach(number -> answers.put(number, new ArrayList<>()));
            for (AnsweredClaim claim : claims.ofAccounts(accountNumbers)) {
                String number = claim.accountNumber();
                if (number != null) {
                    answers.computeIfAbsent(number, key -> new ArrayList<>()).add(claim);
                }
            }
        }
    }
}
