package dev.superbill.clearinghouse.desk;

import dev.superbill.clearinghouse.acknowledgement.ClaimAnswers;
import dev.superbill.clearinghouse.acknowledgement.ClaimAnswers.Answer;
import dev.superbill.clearinghouse.acknowledgement.Edits;
import dev.superbill.clearinghouse.acknowledgement.GroupAnswer;
import dev.superbill.clearinghouse.acknowledgement.InterchangeAnswer;
import dev.superbill.clearinghouse.acknowledgement.Verdict;
import dev.superbill.clearinghouse.adjudication.Treatment;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.clearinghouse.delivery.Deliveries;
import dev.superbill.clearinghouse.envelope.Correspondents;
import dev.superbill.clearinghouse.intake.ReceivedGroup;
import dev.superbill.clearinghouse.intake.ReceivedInterchange;
import dev.superbill.clearinghouse.intake.ReceivedTransaction;
import dev.superbill.clearinghouse.payment.PaymentDesk;
import dev.superbill.clearinghouse.payment.Work;
import dev.superbill.clearinghouse.scenario.Scenario;
import dev.superbill.clearinghouse.scenario.Scenarios;
import dev.superbill.clearinghouse.store.Store;
import dev.superbill.clearinghouse.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers an interchange: TA1, 999, the clearinghouse's 277CA and the payers', and puts claims before their payers. */
final class ReceivingDesk {

    private static final String NAME = "PRACTICE CLEARINGHOUSE";

    private final Store store;
    private final Scenarios scenarios;
    private final Deliveries deliveries;
    private final PaymentDesk payments;
    private final Clock clock;
    private final long seed;
    private final Duration cycle;
    private final Table<Correspondents> correspondents;
    private final Table<String> controlNumbers;

    ReceivingDesk(
            Store store,
            Scenarios scenarios,
            Deliveries deliveries,
            PaymentDesk payments,
            Clock clock,
            long seed,
            Duration cycle) {
        this.store = store;
        this.scenarios = scenarios;
        this.deliveries = deliveries;
        this.payments = payments;
        this.clock = clock;
        this.seed = seed;
        this.cycle = cycle;
        this.correspondents = store.table("correspondents", Correspondents.class);
        this.controlNumbers = store.table("interchanges", String.class);
    }

    /**
     * Answers an interchange; within a step of the store.
     *
     * @param submitter whose mailbox it lay in
     * @return how many claims went on to their payers
     */
    int answer(String submitter, ReceivedInterchange received) {
        Correspondents ends = new Correspondents(
                received.receiverQualifier(),
                received.receiver(),
                received.senderQualifier(),
                received.sender(),
                received.usage());
        ReceivedInterchange checked = checked(submitter, received);
        if (checked.wantsTa1() || !checked.accepted()) {
            String ta1 = InterchangeAnswer.write(checked, deliveries.interchange(ends));
            deliveries.add(submitter, null, "TA1", received.controlNumber(), ta1, Duration.ZERO);
        }
        if (!checked.accepted()) {
            return 0;
        }
        correspondents.put(submitter, ends);
        boolean disorder =
                scenarios.take(Scenario.Kind.OUT_OF_ORDER, submitter, null).isPresent();
        int claims = 0;
        for (ReceivedGroup group : checked.groups()) {
            claims += answer(submitter, ends, group, received.controlNumber(), disorder);
        }
        return claims;
    }

    private ReceivedInterchange checked(String submitter, ReceivedInterchange received) {
        if (!received.accepted()) {
            return received;
        }
        if (scenarios.take(Scenario.Kind.REJECT_INTERCHANGE, submitter, null).isPresent()) {
            return received.refused("024");
        }
        if (!received.sender().equals(submitter)) {
            return received.refused("006");
        }
        String key = received.sender() + "|" + received.receiver() + "|" + received.controlNumber();
        if (controlNumbers.contains(key)) {
            return received.refused("025");
        }
        controlNumbers.put(key, clock.instant().toString());
        return received;
    }

    private int answer(String submitter, Correspondents ends, ReceivedGroup group, String name, boolean disorder) {
        boolean refused =
                scenarios.take(Scenario.Kind.REJECT_GROUP, submitter, null).isPresent();
        GroupAnswer answer = new GroupAnswer(group, refused);
        Duration delay = disorder ? cycle.dividedBy(2) : Duration.ZERO;
        deliveries.add(submitter, null, "999", name, answer.write(deliveries.interchange(ends)), delay);
        int claims = 0;
        for (ReceivedTransaction transaction : group.transactions()) {
            if (answer.accepts(transaction)) {
                claims += forward(ends, transaction, name, disorder);
            }
        }
        return claims;
    }

    private int forward(Correspondents ends, ReceivedTransaction transaction, String name, boolean disorder) {
        LocalDate today = LocalDate.now(clock);
        List<Answer> answers = new ArrayList<>();
        Map<String, List<SubmittedClaim>> byPayer = new LinkedHashMap<>();
        for (SubmittedClaim claim : transaction.claims()) {
            Verdict verdict = Edits.byClearinghouse(claim, today).orElse(Verdict.FORWARDED);
            answers.add(new Answer(claim, verdict, null));
            if (!verdict.rejects()) {
                byPayer.computeIfAbsent(claim.payerId(), id -> new ArrayList<>())
                        .add(claim);
            }
        }
        ClaimAnswers.Source self = new ClaimAnswers.Source("AY", NAME, ends.ourId());
        send(ends, null, transaction, self, answers, name, Duration.ZERO);
        byPayer.values().forEach(claims -> submit(ends, transaction, claims, name, disorder));
        return answers.size();
    }

    private void submit(
            Correspondents ends,
            ReceivedTransaction transaction,
            List<SubmittedClaim> claims,
            String name,
            boolean disorder) {
        String submitter = ends.theirId();
        String payerId = claims.getFirst().payerId();
        boolean contradictory =
                scenarios.take(Scenario.Kind.CONTRADICTORY, submitter, payerId).isPresent();
        Instant now = clock.instant();
        List<Answer> answers = new ArrayList<>();
        for (SubmittedClaim claim : claims) {
            Verdict verdict = verdict(claim);
            if (verdict.rejects()) {
                answers.add(new Answer(claim, verdict, null));
                continue;
            }
            String number = payments.newControlNumber(claim);
            answers.add(new Answer(claim, verdict, number));
            if (!(contradictory && answers.size() == 1)) {
                putBefore(claim, number, now);
            }
        }
        ClaimAnswers.Source source =
                new ClaimAnswers.Source("PR", claims.getFirst().payer().name(), payerId);
        Duration soon = min(cycle.dividedBy(4), Duration.ofSeconds(1));
        Duration delay = disorder ? cycle.multipliedBy(2) : soon;
        send(ends, payerId, transaction, source, answers, name, delay);
        if (contradictory) {
            Answer first = answers.getFirst();
            List<Answer> taken = List.of(new Answer(first.claim(), Verdict.INVALID, first.payerControlNumber()));
            send(ends, payerId, transaction, source, taken, name, delay.plus(soon));
        }
    }

    private Verdict verdict(SubmittedClaim claim) {
        if (scenarios
                .take(Scenario.Kind.REJECT_CLAIM, claim.submitter(), claim.payerId())
                .isPresent()) {
            return Verdict.INVALID;
        }
        return Edits.byPayer(claim, number -> payments.knows(claim.payerId(), number))
                .orElse(Verdict.ACCEPTED);
    }

    private void putBefore(SubmittedClaim claim, String number, Instant now) {
        Instant due = now.plus(cycle);
        String original = claim.originalReference();
        if (claim.frequency() != '1' && original != null) {
            Instant first = due.minus(cycle.dividedBy(2));
            payments.put(new Work(Work.Kind.REVERSE, claim, original, Treatment.ORDINARY, first, now));
        }
        if (claim.frequency() != '8') {
            payments.put(new Work(Work.Kind.ADJUDICATE, claim, number, treatment(claim), due, now));
        }
    }

    private Treatment treatment(SubmittedClaim claim) {
        String submitter = claim.submitter();
        String payerId = claim.payerId();
        if (scenarios
                .take(Scenario.Kind.REVERSAL_THEN_CORRECTION, submitter, payerId)
                .isPresent()) {
            return Treatment.OVERPAID;
        }
        Treatment wanted = scenarios
                .take(Scenario.Kind.TREATMENT, submitter, payerId)
                .map(Scenario::treatment)
                .orElse(null);
        if (wanted != null) {
            return wanted;
        }
        if (claim.frequency() != '1' || claim.lastEarlierPayer().isPresent()) {
            return Treatment.ORDINARY;
        }
        return Treatment.of(payerId, seed, store.next("claims|" + submitter + "|" + payerId));
    }

    private void send(
            Correspondents ends,
            @Nullable String payerId,
            ReceivedTransaction transaction,
            ClaimAnswers.Source source,
            List<Answer> answers,
            String name,
            Duration delay) {
        String reference = String.format(Locale.ROOT, "CA%010d", store.next("277CA"));
        ClaimAnswers set =
                new ClaimAnswers(source, transaction.submitterName(), reference, LocalDateTime.now(clock), answers);
        String content = deliveries.interchange(ends).group("HN", ClaimAnswers.VERSION, List.of(set.transactionSet()));
        deliveries.add(ends.theirId(), payerId, "277CA", name, content, delay);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
