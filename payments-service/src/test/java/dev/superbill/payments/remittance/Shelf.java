package dev.superbill.payments.remittance;

import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.ledger.Posting;
import dev.superbill.payments.payer.Payer;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.MemberCharge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Books in memory: what the rules look up and what they have posted. */
final class Shelf implements ClaimBatch.Books {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Map<String, ClaimAccount> accounts = new HashMap<>();
    private final List<AnsweredClaim> answers = new ArrayList<>();
    private final Map<UUID, JournalEntry> posted = new LinkedHashMap<>();
    private final Map<PayerNames, Payer> registered = new HashMap<>();
    private final List<ClaimBatch.Question> questions = new ArrayList<>();

    /** A payer that the practice has registered. */
    void register(PayerNames names, Payer payer) {
        registered.put(names, payer);
    }

    /** The claim turns up: what has waited for it is tried again, payments before reversals. */
    void open(ClaimAccount account) {
        accounts.put(account.controlNumber(), account);
        List<AnsweredClaim> waiting = answers.stream()
                .filter(claim -> claim.waitsFor() == WaitsFor.CLAIM)
                .sorted(java.util.Comparator.comparing(AnsweredClaim::isReversal))
                .toList();
        batch(batch -> waiting.forEach(batch::retry));
    }

    /** What was told of a claim: its entries, and another try for what has waited for it. */
    void told(ClaimAccount account, List<JournalEntry> entries) {
        post(entries);
        open(account);
    }

    AnsweredClaim take(AnsweredClaim claim) {
        batch(batch -> batch.take(claim));
        answers.add(claim);
        return claim;
    }

    void batch(Consumer<ClaimBatch> work) {
        ClaimBatch batch = new ClaimBatch(this, TODAY, "test");
        work.accept(batch);
        post(batch.entries());
        questions.removeIf(question -> batch.matched().contains(question.claim()));
        questions.addAll(batch.questions());
    }

    private void post(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (posted.put(entry.id(), entry) != null) {
                throw new AssertionError("Posted twice: " + entry.memo());
            }
        }
    }

    List<ClaimBatch.Question> questions() {
        return questions;
    }

    /** Balances of all accounts that are not zero, debit positive. */
    Map<String, Long> balances() {
        Map<String, Long> balances = new TreeMap<>();
        for (JournalEntry entry : posted.values()) {
            for (Posting posting : entry.postings()) {
                balances.merge(posting.account().value(), posting.amount().cents(), Long::sum);
            }
        }
        balances.values().removeIf(cents -> cents == 0);
        return balances;
    }

    /** The same by account, claim and the payer's rank. */
    Map<String, Long> balancesOfClaims() {
        Map<String, Long> balances = new TreeMap<>();
        for (JournalEntry entry : posted.values()) {
            for (Posting posting : entry.postings()) {
                String rank = posting.account().equals(AccountCode.PAYER_RECEIVABLE)
                        ? " rank " + posting.concern().payerRank()
                        : "";
                balances.merge(
                        posting.account().value() + " " + posting.concern().controlNumber() + rank,
                        posting.amount().cents(),
                        Long::sum);
            }
        }
        balances.values().removeIf(cents -> cents == 0);
        return balances;
    }

    @Override
    public Optional<ClaimAccount> byControlNumber(String controlNumber) {
        return Optional.ofNullable(accounts.get(controlNumber));
    }

    @Override
    public Collection<ClaimAccount> byPayerControlNumber(String payerControlNumber) {
        return accounts.values().stream()
                .filter(account -> account.receivables().stream()
                        .anyMatch(one -> payerControlNumber.equals(one.payerControlNumber())))
                .toList();
    }

    @Override
    public Collection<ClaimAccount> byMember(MemberCharge claim) {
        return accounts.values().stream()
                .filter(account -> account.serviceDate().equals(claim.serviceDate())
                        && account.charge().equals(claim.charge())
                        && account.coverages().stream()
                                .anyMatch(one ->
                                        one.memberId() != null && one.memberId().is(claim.memberId())))
                .toList();
    }

    @Override
    public List<JournalEntry> entries(Collection<UUID> ids) {
        return ids.stream().map(posted::get).filter(java.util.Objects::nonNull).toList();
    }

    @Override
    public List<AnsweredClaim> answers(String accountNumber) {
        return answers.stream()
                .filter(claim -> accountNumber.equals(claim.accountNumber()))
                .toList();
    }

    @Override
    public Optional<Payer> payer(PayerNames names) {
        return Optional.ofNullable(registered.get(names));
    }
}
