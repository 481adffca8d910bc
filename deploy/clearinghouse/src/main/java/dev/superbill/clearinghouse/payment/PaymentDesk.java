package dev.superbill.clearinghouse.payment;

import dev.superbill.clearinghouse.adjudication.Decision;
import dev.superbill.clearinghouse.adjudication.PayerKind;
import dev.superbill.clearinghouse.claim.BillingProvider;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.clearinghouse.delivery.Deliveries;
import dev.superbill.clearinghouse.envelope.Correspondents;
import dev.superbill.clearinghouse.envelope.TransactionSet;
import dev.superbill.clearinghouse.payment.RemittanceWriter.Flaw;
import dev.superbill.clearinghouse.scenario.Scenario;
import dev.superbill.clearinghouse.scenario.Scenarios;
import dev.superbill.clearinghouse.store.Store;
import dev.superbill.clearinghouse.store.Table;
import dev.superbill.x12.remittance.Balance;
import dev.superbill.x12.remittance.Balancing;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.RemittanceEvent;
import dev.superbill.x12.remittance.RemittanceReader;
import dev.superbill.x12.remittance.RemittanceScan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Closes payment cycles: one for each submitter and payer, one remittance for each payee in it. */
public final class PaymentDesk {

    private static final String VERSION = "005010X221A1";

    /** Far below the 10,000 that the guide allows, so that a remittance is written in little memory. */
    private static final int CLAIMS_IN_A_REMITTANCE = 1000;

    private final Store store;
    private final Scenarios scenarios;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Duration cycle;
    private final Adjudications adjudications;
    private final Table<Work> waiting;
    private final Table<Recoveries.Receivable> receivables;
    private final Table<Correspondents> correspondents;

    /**
     * A desk for all payers.
     *
     * @param seed decides what kind of payer each is
     * @param cycle from the first claim that waits to the payment
     */
    public PaymentDesk(
            Store store, Scenarios scenarios, Deliveries deliveries, Clock clock, long seed, Duration cycle) {
        this.store = store;
        this.scenarios = scenarios;
        this.deliveries = deliveries;
        this.clock = clock;
        this.cycle = cycle;
        this.waiting = store.table("work", Work.class);
        this.receivables = store.table("receivables", Recoveries.Receivable.class);
        this.correspondents = store.table("correspondents", Correspondents.class);
        this.adjudications = new Adjudications(store, seed, clock, cycle, this::put);
    }

    /** True when the payer has decided this claim and not taken it back; within a step of the store. */
    public boolean knows(String payerId, String payerControlNumber) {
        return adjudications.standing(payerId, payerControlNumber).isPresent();
    }

    /** A number that the claim's payer has not given before; within a step of the store. */
    public String newControlNumber(SubmittedClaim claim) {
        return adjudications.newControlNumber(claim);
    }

    /** Puts work before the payer of its claim; within a step of the store. */
    public void put(Work work) {
        String key = String.format(
                Locale.ROOT,
                "%s|%s|%012d",
                work.claim().submitter(),
                work.claim().payerId(),
                store.next("work"));
        waiting.put(key, work);
    }

    /** How many claims wait for a payment. */
    public long waitingCount() {
        return waiting.size();
    }

    /** How many decisions there are. */
    public long decidedCount() {
        return adjudications.count();
    }

    /** Closes the cycles in which something is due. */
    public int closeDue() {
        return close(clock.instant());
    }

    /** Closes all cycles in which something waits, due or not. */
    public int closeNow() {
        return close(Instant.MAX);
    }

    private int close(Instant until) {
        Map<String, List<String>> cycles = new LinkedHashMap<>();
        for (String key : waiting.keys("")) {
            cycles.computeIfAbsent(key.substring(0, key.lastIndexOf('|')), none -> new ArrayList<>())
                    .add(key);
        }
        int closed = 0;
        for (List<String> keys : cycles.values()) {
            boolean due = until.equals(Instant.MAX)
                    || keys.stream().anyMatch(key -> !work(key).dueAt().isAfter(until));
            if (due) {
                List<String> chunk = keys.subList(0, Math.min(keys.size(), 4 * CLAIMS_IN_A_REMITTANCE));
                store.inOneStep(() -> closeCycle(chunk, until));
                closed++;
            }
        }
        return closed;
    }

    private Work work(String key) {
        return waiting.find(key).orElseThrow();
    }

    private int closeCycle(List<String> keys, Instant until) {
        Work first = work(keys.getFirst());
        String submitter = first.claim().submitter();
        String payerId = first.claim().payerId();
        boolean partial =
                scenarios.take(Scenario.Kind.PARTIAL, submitter, payerId).isPresent();
        Map<String, Batch> byPayee = new LinkedHashMap<>();
        int ordinal = 0;
        for (String key : keys) {
            Work work = work(key);
            if (!ripe(work, until)) {
                continue;
            }
            waiting.remove(key);
            ordinal++;
            if (partial && ordinal % 2 == 0) {
                continue;
            }
            adjudications
                    .handle(work)
                    .ifPresent(outcome -> byPayee.computeIfAbsent(
                                    work.claim().billing().npi(), npi -> new Batch(work))
                            .outcomes
                            .add(outcome));
        }
        List<Remittance> remittances = new ArrayList<>();
        byPayee.values().forEach(batch -> remittances.addAll(pay(submitter, batch)));
        if (!remittances.isEmpty()) {
            send(submitter, payerId, remittances);
        }
        return remittances.size();
    }

    /** A claim that came in the second half of a cycle waits for the next one: its 277CA may still be under way. */
    private boolean ripe(Work work, Instant until) {
        Instant from = work.kind() == Work.Kind.ADJUDICATE ? work.dueAt().minus(cycle.dividedBy(2)) : work.dueAt();
        return !from.isAfter(until);
    }

    /** The decisions of one cycle for one payee. */
    private static final class Batch {
        private final BillingProvider payee;
        private final Work first;
        private final List<Adjudications.Outcome> outcomes = new ArrayList<>();

        Batch(Work first) {
            this.first = first;
            this.payee = first.claim().billing();
        }
    }

    private List<Remittance> pay(String submitter, Batch batch) {
        List<Remittance> remittances = new ArrayList<>();
        for (int from = 0; from < batch.outcomes.size(); from += CLAIMS_IN_A_REMITTANCE) {
            List<Adjudications.Outcome> some =
                    batch.outcomes.subList(from, Math.min(batch.outcomes.size(), from + CLAIMS_IN_A_REMITTANCE));
            remittances.add(pay(submitter, batch, some));
        }
        return remittances;
    }

    private Remittance pay(String submitter, Batch batch, List<Adjudications.Outcome> outcomes) {
        String payerId = batch.first.claim().payerId();
        PayerKind kind = adjudications.kindOf(batch.first.claim());
        String trace = trace(payerId, kind);
        String debts = submitter + "|" + payerId + "|" + batch.payee.npi() + "|";
        List<Recoveries.Receivable> earlier = receivables.keys(debts).stream()
                .map(key -> receivables.find(key).orElseThrow())
                .toList();
        List<Decision> decisions =
                outcomes.stream().map(Adjudications.Outcome::decision).toList();
        Recoveries recoveries = new Recoveries(
                decisions.stream().mapToLong(Decision::paidCents).sum(),
                interest(outcomes),
                kind.recovery() == PayerKind.Recovery.RECOUP ? takebacks(decisions) : List.of(),
                earlier,
                trace);
        receivables.keys(debts).forEach(receivables::remove);
        recoveries
                .open()
                .forEach(debt ->
                        receivables.put(debts + String.format(Locale.ROOT, "%012d", store.next("receivable")), debt));
        return new Remittance(
                batch.first.claim().payer(),
                batch.payee,
                trace,
                LocalDate.now(clock),
                kind.method(),
                recoveries.payable(),
                decisions,
                recoveries.adjustments());
    }

    private String trace(String payerId, PayerKind kind) {
        String letter = kind.method() == PayerKind.Method.CHECK ? "C" : "E";
        String id = payerId.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return letter + id + String.format(Locale.ROOT, "%08d", store.next("trace|" + payerId));
    }

    private static List<Recoveries.Receivable> interest(List<Adjudications.Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.interestCents() > 0)
                .map(outcome -> new Recoveries.Receivable(
                        "L6", outcome.decision().payerControlNumber(), outcome.interestCents()))
                .toList();
    }

    /** Reversals whose correction is not in the same payment. */
    private static List<Recoveries.Receivable> takebacks(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.reversal() && decision.paidCents() < 0)
                .filter(decision -> decisions.stream()
                        .noneMatch(other -> !other.reversal()
                                && other.claim()
                                        .controlNumber()
                                        .equals(decision.claim().controlNumber())))
                .map(decision -> new Recoveries.Receivable("WO", decision.payerControlNumber(), -decision.paidCents()))
                .toList();
    }

    private void send(String submitter, String payerId, List<Remittance> remittances) {
        Correspondents ends = correspondents.find(submitter).orElseThrow();
        Flaw flaw = scenarios
                .take(Scenario.Kind.UNBALANCED, submitter, payerId)
                .map(scenario -> Flaw.UNBALANCED_CLAIM)
                .orElse(Flaw.NONE);
        String name = payerId.replaceAll("[^A-Za-z0-9]", "");
        String content = write(ends, remittances, flaw);
        deliveries.add(submitter, payerId, "835", name, content, Duration.ZERO);
        if (scenarios.take(Scenario.Kind.REPEATED, submitter, payerId).isPresent()) {
            deliveries.add(submitter, payerId, "835", name + "-AGAIN", content, Duration.ofMillis(500));
            deliveries.add(submitter, payerId, "835", name, write(ends, remittances, flaw), Duration.ofMillis(500));
        }
        if (scenarios.take(Scenario.Kind.AMENDED, submitter, payerId).isPresent()) {
            deliveries.add(
                    submitter, payerId, "835", name, write(ends, remittances, Flaw.AMENDED), Duration.ofMillis(500));
        }
    }

    private String write(Correspondents ends, List<Remittance> remittances, Flaw flaw) {
        List<TransactionSet> sets = new ArrayList<>();
        for (Remittance remittance : remittances) {
            Flaw ofThis = sets.isEmpty() ? flaw : Flaw.NONE;
            sets.add(new RemittanceWriter(remittance, ofThis).transactionSet());
        }
        String text = deliveries.interchange(ends).group("HP", VERSION, sets);
        if (flaw != Flaw.UNBALANCED_CLAIM) {
            requireBalance(text);
        }
        return text;
    }

    /** Nothing leaves unread: what was written is read again by the library and proven with its equations. */
    private static void requireBalance(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        RemittanceScan scan = RemittanceScan.of(new ByteArrayInputStream(bytes));
        boolean sound = scan.transactions().stream()
                .allMatch(transaction -> transaction.balance() instanceof Balance.Balanced
                        && transaction.holds().isEmpty());
        RemittanceReader reader = new RemittanceReader(new ByteArrayInputStream(bytes));
        for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
            sound &= !(event instanceof ClaimPayment claim)
                    || Balancing.prove(claim).isEmpty();
        }
        if (!sound) {
            throw new IllegalStateException("a remittance does not balance as it was written");
        }
    }
}
