package dev.superbill.payments.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.payments.payer.Payer;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimAccountFixture;
import dev.superbill.payments.receivable.Coverage;
import dev.superbill.payments.receivable.Member;
import dev.superbill.payments.remittance.ClaimAnswer.Adjustment;
import dev.superbill.payments.remittance.ClaimBatch.Question;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Histories under a seeded scheduler: claims with one payer or two are told, answered, taken back and corrected, in any
 * order of the documents and with every fault of delivery. Whatever happened on the way, each account of each claim ends
 * as if all had come in order and once.
 *
 * <p>More of them: {@code deploy/superbill test -pl payments-service -Dtest=HistoriesTest
 * -Dsuperbill.simulation.histories=100000 -Dsuperbill.simulation.seed=1}. A seed that fails becomes a value of
 * {@link #seedsThatOnceFailed}.
 */
class HistoriesTest {

    private static final LocalDate SERVICE = LocalDate.of(2026, 10, 1);
    private static final Coverage FIRST = new Coverage(1, new UUID(0, 1), "1999999999", Member.of("MEMBER"));
    private static final Coverage SECOND = new Coverage(2, new UUID(0, 2), "1888888888", Member.of("SECOND"));
    private static final PayerNames FIRST_NAMES = new PayerNames(Set.of("1999999999"));
    private static final PayerNames SECOND_NAMES = new PayerNames(Set.of("1888888888"));

    /** An answer in a remittance of its own. */
    private record Answered(String number, PayerNames payer, ClaimAnswer answer) {}

    /** What claims-service tells of a claim to a payer. */
    private record Told(String number, Coverage payer, long version, long charge, List<Coverage> coverages) {}

    /** Everything that happens, in the order in which it happens where nothing goes wrong. */
    private record World(List<Told> told, List<Answered> answers) {}

    @Test
    void endAlikeWhateverTheOrderAndTheFaults() {
        int histories = Integer.getInteger("superbill.simulation.histories", 2_000);
        long first = Long.getLong("superbill.simulation.seed", 1);
        long faults = 0;
        for (long seed = first; seed < first + histories; seed++) {
            faults += history(seed);
        }
        System.out.printf(
                "%d histories from seed %d, %d faults of delivery, lost 0, doubled 0%n", histories, first, faults);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void seedsThatOnceFailed(long seed) {
        history(seed);
    }

    private static int history(long seed) {
        Random random = new Random(seed);
        World world = world(random);
        Shelf orderly = shelf();
        Map<String, ClaimAccount> accounts = new HashMap<>();
        world.told().forEach(one -> tell(orderly, accounts, one));
        for (int i = 0; i < world.answers().size(); i++) {
            answer(orderly, i, world.answers().get(i));
        }
        decide(orderly, seed);

        Shelf shaken = shelf();
        Map<String, ClaimAccount> others = new HashMap<>();
        Delivery delivery = new Delivery(random);
        for (int i = 0; i < world.told().size(); i++) {
            Told one = world.told().get(i);
            delivery.send(one.number(), "told-" + i, () -> tell(shaken, others, one));
        }
        for (int i = 0; i < world.answers().size(); i++) {
            int document = i;
            delivery.send(
                    "document-" + i,
                    "document-" + i,
                    () -> answer(shaken, document, world.answers().get(document)));
        }
        int faults = delivery.run();
        decide(shaken, seed);

        assertThat(shaken.balancesOfClaims()).as("seed %d", seed).isEqualTo(orderly.balancesOfClaims());
        long cash = world.answers().stream()
                .mapToLong(one -> one.answer().paidCents())
                .sum();
        assertThat(shaken.balances().getOrDefault("clearing", 0L))
                .as("seed %d", seed)
                .isEqualTo(cash);
        assertThat(shaken.balances().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("seed %d", seed)
                .isZero();
        return faults;
    }

    private static Shelf shelf() {
        Shelf books = new Shelf();
        books.register(FIRST_NAMES, new Payer(FIRST.payerId(), "1999999999", "First"));
        books.register(SECOND_NAMES, new Payer(SECOND.payerId(), "1888888888", "Second"));
        return books;
    }

    /** A later payer that answers before the earlier one asks to write off more than lies on it yet: a person says yes. */
    private static void decide(Shelf books, long seed) {
        for (Question question : List.copyOf(books.questions())) {
            assertThat(question.kind()).as("seed %d", seed).isEqualTo(Question.Kind.WRITE_OFF_EXCESS);
            books.batch(batch -> batch.writeOffRest(question.claim(), question.amount()));
        }
    }

    private static void tell(Shelf books, Map<String, ClaimAccount> accounts, Told one) {
        ClaimAccount account =
                accounts.computeIfAbsent(one.number(), number -> ClaimAccountFixture.untold(number, SERVICE));
        books.told(
                account, ClaimAccountFixture.tell(account, one.payer(), one.version(), one.charge(), one.coverages()));
    }

    private static void answer(Shelf books, int document, Answered one) {
        UUID id = UUID.nameUUIDFromBytes(("document-" + document).getBytes(StandardCharsets.UTF_8));
        PaymentHeader header = new PaymentHeader(id, id, 1, "T" + document, SERVICE, one.payer());
        books.take(new AnsweredClaim(header, 1, one.answer(), true, List.of(), List.of()));
    }

    private static World world(Random random) {
        List<Told> told = new ArrayList<>();
        List<Answered> answers = new ArrayList<>();
        int claims = 1 + random.nextInt(4);
        for (int claim = 0; claim < claims; claim++) {
            String number = "C" + claim;
            long charge = 10_000L + random.nextInt(10_000);
            List<Coverage> coverages = random.nextInt(5) < 2 ? List.of(FIRST, SECOND) : List.of(FIRST);
            if (random.nextInt(10) > 0) {
                // one in ten is never told: its money stays unapplied
                tellings(random, told, number, charge, coverages);
            }
            long left = decisions(random, answers, number, FIRST_NAMES, "1", charge, charge);
            if (coverages.size() > 1) {
                decisions(random, answers, number, SECOND_NAMES, "2", charge, left);
            }
        }
        told.sort(java.util.Comparator.comparing(Told::number).thenComparing(Told::version));
        return new World(told, answers);
    }

    private static void tellings(Random random, List<Told> told, String number, long charge, List<Coverage> coverages) {
        long version = 1;
        if (random.nextBoolean()) {
            told.add(new Told(number, FIRST, version++, charge - 1 - random.nextInt(5_000), coverages));
        }
        for (int again = 1 + random.nextInt(3); again > 0; again--) {
            told.add(new Told(number, FIRST, version++, charge, coverages));
        }
        if (coverages.size() > 1) {
            told.add(new Told(number, SECOND, version, charge, coverages));
        }
    }

    /** What a payer decides, takes back and decides again; gives what it leaves to the next one in the end. */
    private static long decisions(
            Random random,
            List<Answered> answers,
            String number,
            PayerNames payer,
            String status,
            long charge,
            long owed) {
        long paid = 0;
        long left = 0;
        int rounds = 1 + random.nextInt(3);
        for (int round = 0; round < rounds; round++) {
            // no two payments alike, so that it is clear which one is taken back
            paid += 1 + random.nextInt((int) Math.max(1, owed / 4));
            left = random.nextInt((int) Math.max(1, owed - paid));
            long contractual = random.nextInt((int) Math.max(1, owed - paid - left));
            List<Adjustment> adjustments = new ArrayList<>();
            add(adjustments, "CO", "45", contractual);
            add(adjustments, "PR", "1", left);
            add(adjustments, "CO", "16", owed - paid - left - contractual);
            add(adjustments, "OA", "23", charge - owed);
            ClaimAnswer decision = answer(number, payer, status, charge, paid, adjustments);
            answers.add(new Answered(number, payer, decision));
            if (round + 1 < rounds) {
                answers.add(new Answered(
                        number,
                        payer,
                        answer(
                                number,
                                payer,
                                "22",
                                -charge,
                                -paid,
                                adjustments.stream()
                                        .map(one -> new Adjustment(
                                                one.groupCode(), one.reasonCode(), -one.amountCents(), null))
                                        .toList())));
            }
        }
        return left;
    }

    private static void add(List<Adjustment> adjustments, String group, String reason, long cents) {
        if (cents != 0) {
            adjustments.add(new Adjustment(group, reason, cents, null));
        }
    }

    private static ClaimAnswer answer(
            String number, PayerNames payer, String status, long charge, long paid, List<Adjustment> adjustments) {
        // each payer counts for itself, and the second one the other way round: the same numbers mean different claims
        int claim = number.charAt(1) - '0';
        String payersNumber = payer.equals(FIRST_NAMES) ? "ICN-" + claim : "ICN-" + (3 - claim);
        return new ClaimAnswer(number, status, charge, paid, null, payersNumber, "", SERVICE, adjustments, List.of());
    }
}
