package dev.superbill.payments.receivable;

import static dev.superbill.payments.ledger.AccountCode.CLEARING;
import static dev.superbill.payments.ledger.AccountCode.CONTRACTUAL_ADJUSTMENT;
import static dev.superbill.payments.ledger.AccountCode.PATIENT_RECEIVABLE;
import static dev.superbill.payments.ledger.AccountCode.PAYER_RECEIVABLE;
import static dev.superbill.payments.ledger.AccountCode.REVENUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.ledger.Posting;
import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimAccountTest {

    private static final UUID FIRST_PAYER = new UUID(0, 1);
    private static final UUID SECOND_PAYER = new UUID(0, 2);
    private static final UUID ENCOUNTER = new UUID(1, 1);
    private static final UUID PATIENT = new UUID(2, 1);
    private static final UUID CLAIM = new UUID(9, 1);
    private static final LocalDate SERVICE = LocalDate.of(2026, 10, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Coverage PRIMARY = new Coverage(1, FIRST_PAYER, "P1", Member.of("M1"));
    private static final Coverage SECONDARY = new Coverage(2, SECOND_PAYER, "P2", Member.of("M2"));

    private final ClaimAccount account = ClaimAccount.open("PCN1", ENCOUNTER, PATIENT, SERVICE);
    private final List<JournalEntry> books = new ArrayList<>();
    private final Document charging = new Document(ENCOUNTER, "charge:" + ENCOUNTER, SERVICE, "test");
    private final Document remittance = new Document(new UUID(3, 1), "remittance:x/1", TODAY, "test");

    @Test
    void postsTheChargeOnceOnTheDayOfService() {
        tell(1, 19_000, PRIMARY);
        tell(2, 19_000, PRIMARY);

        assertThat(books).singleElement().satisfies(entry -> {
            assertThat(entry.businessDate()).isEqualTo(SERVICE);
            assertThat(entry.source()).isEqualTo("charge:" + ENCOUNTER);
        });
        assertBalances(19_000, 0);
        assertThat(sum(REVENUE)).isEqualTo(-19_000);
    }

    @Test
    void chargesThePatientWhoPays() {
        post(account.told(selfPay(0, 19_000), charging, TODAY));
        assertThat(books)
                .singleElement()
                .satisfies(entry -> assertThat(entry.businessDate()).isEqualTo(SERVICE));
        assertBalances(0, 19_000);

        post(account.told(selfPay(1, 19_000), charging, TODAY));
        post(account.told(selfPay(2, 17_500), charging, TODAY));
        assertThat(books).hasSize(2);
        assertThat(books.getLast().businessDate()).isEqualTo(TODAY);
        assertBalances(0, 17_500);

        // a payer is billed after all
        post(account.told(selfPay(3, 0), charging, TODAY));
        assertBalances(0, 0);
        assertThat(sum(REVENUE)).isZero();
        assertThat(books.stream().map(JournalEntry::id)).doesNotHaveDuplicates();
    }

    private static SelfPayCharged selfPay(long version, long cents) {
        return new SelfPayCharged(ENCOUNTER, version, PATIENT, "PCN1", SERVICE, cents);
    }

    @Test
    void chargesThePatientUntilAPayerIsKnown() {
        tell(1, 19_000);
        assertBalances(0, 19_000);
        tell(2, 17_500);
        assertBalances(0, 17_500);

        tell(3, 17_500, PRIMARY, SECONDARY);

        assertBalances(17_500, 0);
        assertThat(sum(REVENUE)).isEqualTo(-17_500);
        assertThat(books.getFirst().businessDate()).isEqualTo(SERVICE);
    }

    @Test
    void takesTheChargeFromThePatientWhenAPayerShowsItselfByPaying() {
        tell(1, 19_000);
        Receivable receivable = account.receivableOf(FIRST_PAYER, 1);
        post(account.settle(remittance, "settle"));
        vectorA(receivable);
        assertBalances(0, 4_300);

        tell(2, 19_000, PRIMARY);
        assertBalances(0, 4_300);
    }

    @Test
    void postsOnlyTheDifferenceWhenTheCodingChanges() {
        tell(1, 19_000, PRIMARY);
        tell(2, 17_500, PRIMARY);

        assertThat(books).hasSize(2);
        assertThat(books.getLast().businessDate()).isEqualTo(TODAY);
        assertBalances(17_500, 0);
        assertThat(sum(REVENUE)).isEqualTo(-17_500);
    }

    @Test
    void passesOverAnOlderVersionOfTheClaim() {
        tell(3, 19_000, PRIMARY);
        tell(2, 12_000, PRIMARY);

        assertThat(account.charge()).isEqualTo(Money.ofCents(19_000));
        assertBalances(19_000, 0);
    }

    @Test
    void isNotGivenBackToAClaimThatWasReplaced() {
        UUID successor = new UUID(9, 2);
        tell(1, 19_000, PRIMARY);
        post(account.told(claim(successor, 1, "SCRUBBED", 17_500, PRIMARY), charging, TODAY));
        post(account.told(claim(CLAIM, 2, "REPLACED", 19_000, PRIMARY), charging, TODAY));

        assertThat(account.receivables()).extracting(Receivable::claimId).containsExactly(successor);
        assertBalances(17_500, 0);
    }

    @Test
    void isNotTouchedByEventsThatTellItNothing() {
        tell(1, 19_000, PRIMARY);
        ClaimAccount stored = new ClaimAccount(
                "PCN1",
                ENCOUNTER,
                PATIENT,
                1,
                SERVICE,
                account.charge(),
                account.patientBalance(),
                account.coverages(),
                account.lines(),
                account.receivables());

        assertThat(stored.told(claim(2, 19_000, PRIMARY), charging, TODAY)).isEmpty();
        assertThat(stored.isChanged()).isFalse();
        assertThat(stored.told(claim(3, 19_000, PRIMARY, SECONDARY), charging, TODAY))
                .isEmpty();
        assertThat(stored.isChanged()).isTrue();
    }

    @Test
    void movesTheChargeWhenThePrimaryPayerChanges() {
        tell(1, 19_000, PRIMARY);
        tell(2, 19_000, new Coverage(1, SECOND_PAYER, "P2", Member.of("M2")));

        assertThat(account.receivables())
                .extracting(
                        Receivable::payerId, receivable -> receivable.balance().cents())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FIRST_PAYER, 0L),
                        org.assertj.core.groups.Tuple.tuple(SECOND_PAYER, 19_000L));
        assertThat(account.receivables()).extracting(Receivable::claimId).containsExactly(null, CLAIM);
        assertThat(sum(REVENUE)).isEqualTo(-19_000);
    }

    @Test
    void movesEachAccountByTheCentsOfVectorA() {
        tell(1, 19_000, PRIMARY);
        vectorA(account.receivableOf(FIRST_PAYER, 1));

        assertThat(sum(CLEARING)).isEqualTo(7_260);
        assertThat(sum(CONTRACTUAL_ADJUSTMENT)).isEqualTo(7_440);
        assertThat(sum(PATIENT_RECEIVABLE)).isEqualTo(4_300);
        assertThat(sum(PAYER_RECEIVABLE)).isZero();
        assertBalances(0, 4_300);
    }

    @Test
    void reversesByTheExactContraAndPostsTheCorrection() {
        tell(1, 19_000, PRIMARY);
        Receivable receivable = account.receivableOf(FIRST_PAYER, 1);
        List<JournalEntry> original = vectorA(receivable);
        Document second = new Document(new UUID(3, 2), "remittance:y/1", TODAY, "test");

        original.forEach(entry -> post(account.reverse(second, entry)));
        assertBalances(19_000, 0);
        post(account.pay(second, "2/PAY", receivable, CLEARING, Money.ofCents(9_060), "T2"));
        post(account.patientResponsibility(second, "2/PR-3", receivable, Money.ofCents(2_500), "PR-3"));
        post(account.writeOff(second, "2/CO-45", receivable, Money.ofCents(7_440), "CO-45"));
        post(account.settle(second, "2/settle"));

        assertThat(sum(CLEARING)).isEqualTo(9_060);
        assertBalances(0, 2_500);
    }

    @Test
    void laysPatientResponsibilityOnTheNextPayerByRank() {
        tell(1, 19_000, PRIMARY, SECONDARY);
        vectorA(account.receivableOf(FIRST_PAYER, 1));

        assertBalances(4_300, 0);
        assertThat(account.receivableOf(SECOND_PAYER, 2).balance()).isEqualTo(Money.ofCents(4_300));
    }

    @Test
    void movesWhatTheFirstPayerLeftToACoverageThatIsKnownLater() {
        tell(1, 19_000, PRIMARY);
        List<JournalEntry> original = vectorA(account.receivableOf(FIRST_PAYER, 1));
        assertBalances(0, 4_300);

        tell(2, 19_000, PRIMARY, SECONDARY);
        assertBalances(4_300, 0);

        // a reversal of what was posted before the coverage was known leaves nothing behind
        Document second = new Document(new UUID(3, 2), "remittance:y/1", TODAY, "test");
        original.forEach(entry -> post(account.reverse(second, entry)));
        post(account.settle(second, "settle"));
        assertThat(account.receivableOf(SECOND_PAYER, 2).balance()).isEqualTo(Money.ZERO);
        assertBalances(19_000, 0);
    }

    @Test
    void opensAReceivableForACrossoverInAnyOrder() {
        tell(1, 19_000, PRIMARY);
        Receivable crossover = account.receivableOf(SECOND_PAYER, 2);
        post(account.pay(remittance, "1/PAY", crossover, CLEARING, Money.ofCents(3_000), "T"));
        post(account.patientResponsibility(remittance, "1/PR-2", crossover, Money.ofCents(1_300), "PR-2"));
        post(account.settle(remittance, "1/settle"));
        vectorA(account.receivableOf(FIRST_PAYER, 1));

        assertThat(crossover.balance()).isEqualTo(Money.ZERO);
        assertBalances(0, 1_300);
    }

    @Test
    void writesOffForALaterPayerOnlyWhatLiesOnItsReceivable() {
        tell(1, 19_000, PRIMARY, SECONDARY);
        vectorA(account.receivableOf(FIRST_PAYER, 1));
        Receivable second = account.receivableOf(SECOND_PAYER, 2);
        post(account.pay(remittance, "2/PAY", second, CLEARING, Money.ofCents(3_000), "T"));

        assertThat(second.writeOffLimit(Money.ofCents(14_700))).isEqualTo(Money.ofCents(1_300));
        assertThat(second.writeOffLimit(Money.ofCents(-310))).isEqualTo(Money.ofCents(-310));
        assertThat(account.receivableOf(FIRST_PAYER, 1).writeOffLimit(Money.ofCents(99_999)))
                .isEqualTo(Money.ofCents(99_999));
    }

    @Test
    void neverFlipsASign() {
        tell(1, 10_000, PRIMARY);
        Receivable receivable = account.receivableOf(FIRST_PAYER, 1);
        post(account.writeOff(remittance, "1/CO-144", receivable, Money.ofCents(-310), "CO-144"));
        post(account.pay(remittance, "1/PAY", receivable, CLEARING, Money.ofCents(10_310), "T"));

        assertThat(sum(CONTRACTUAL_ADJUSTMENT)).isEqualTo(-310);
        assertBalances(0, 0);
    }

    /** Goal: figures and postings never differ. Method: random commands, then the sums of all postings beside them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void keepsFiguresAndPostingsTheSame(long seed) {
        Random random = new Random(seed);
        List<JournalEntry> reversible = new ArrayList<>();
        for (int step = 1; step <= 60; step++) {
            Document document = new Document(new UUID(seed, step), "remittance:z/" + step, TODAY, "test");
            Money amount = Money.ofCents(random.nextInt(-5_000, 20_000));
            boolean second = random.nextBoolean();
            Receivable receivable = account.receivableOf(second ? SECOND_PAYER : FIRST_PAYER, second ? 2 : 1);
            List<JournalEntry> entries = switch (random.nextInt(6)) {
                case 0 -> account.pay(document, "PAY", receivable, CLEARING, amount, null);
                case 1 -> account.pay(document, "PAY", receivable, AccountCode.SUSPENSE, amount, null);
                case 2 -> account.writeOff(document, "CO", receivable, amount, null);
                case 3 -> account.patientResponsibility(document, "PR", receivable, amount, null);
                case 4 ->
                    reversible.isEmpty()
                            ? List.of()
                            : account.reverse(document, reversible.remove(random.nextInt(reversible.size())));
                default -> {
                    tell(
                            step,
                            random.nextInt(30_000),
                            random.nextBoolean() ? new Coverage[] {PRIMARY} : new Coverage[] {PRIMARY, SECONDARY});
                    yield List.of();
                }
            };
            reversible.addAll(entries);
            post(entries);
            post(account.settle(document, "settle"));
            assertBalances(
                    account.payerBalance().cents(), account.patientBalance().cents());
            assertThat(-sum(REVENUE))
                    .isEqualTo(account.receivables().stream()
                            .filter(each -> each.rank() == 1)
                            .mapToLong(each -> each.assigned().cents())
                            .sum());
            assertThat(books.stream().map(JournalEntry::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsOfChangesAsItsSchemaSays() {
        tell(1, 19_000, PRIMARY);
        vectorA(account.receivableOf(FIRST_PAYER, 1));

        EventContracts.check(AccountChanged.TYPE, EventContracts.example(AccountChanged.TYPE));
        ClaimAccount stored = new ClaimAccount(
                "PCN1",
                ENCOUNTER,
                PATIENT,
                1,
                SERVICE,
                account.charge(),
                account.patientBalance(),
                account.coverages(),
                account.lines(),
                account.receivables());
        EventContracts.check(AccountChanged.TYPE, EventJson.write(AccountChanged.of(List.of(stored))));
    }

    private List<JournalEntry> vectorA(Receivable receivable) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.addAll(account.pay(remittance, "A/1/PAY", receivable, CLEARING, Money.ofCents(7_260), "T1"));
        entries.addAll(account.patientResponsibility(remittance, "A/1/PR-3", receivable, Money.ofCents(2_500), "PR-3"));
        entries.addAll(account.patientResponsibility(remittance, "A/2/PR-1", receivable, Money.ofCents(1_800), "PR-1"));
        entries.addAll(account.writeOff(remittance, "A/1/CO-45", receivable, Money.ofCents(5_240), "CO-45"));
        entries.addAll(account.writeOff(remittance, "A/2/CO-45", receivable, Money.ofCents(2_200), "CO-45"));
        entries.addAll(account.settle(remittance, "A/settle"));
        post(entries);
        return entries;
    }

    private void tell(long version, long chargeCents, Coverage... coverages) {
        post(account.told(claim(version, chargeCents, coverages), charging, TODAY));
    }

    private static ClaimChanged claim(long version, long chargeCents, Coverage... coverages) {
        return claim(CLAIM, version, "SENT", chargeCents, coverages);
    }

    private static ClaimChanged claim(UUID id, long version, String status, long chargeCents, Coverage... coverages) {
        Coverage primary = coverages.length == 0 ? null : coverages[0];
        return new ClaimChanged(
                id,
                version,
                ENCOUNTER,
                PATIENT,
                "PCN1",
                primary == null ? null : primary.payerId(),
                primary == null ? null : primary.memberId(),
                1,
                status,
                SERVICE,
                chargeCents,
                List.of(coverages),
                List.of(),
                null);
    }

    private void post(List<JournalEntry> entries) {
        books.addAll(entries);
    }

    private long sum(AccountCode code) {
        return books.stream().mapToLong(entry -> entry.amountOn(code).cents()).sum();
    }

    private void assertBalances(long payerCents, long patientCents) {
        assertThat(account.payerBalance()).isEqualTo(Money.ofCents(payerCents));
        assertThat(account.patientBalance()).isEqualTo(Money.ofCents(patientCents));
        assertThat(sum(PAYER_RECEIVABLE)).isEqualTo(payerCents);
        assertThat(sum(PATIENT_RECEIVABLE)).isEqualTo(patientCents);
        for (Receivable receivable : account.receivables()) {
            assertThat(books.stream()
                            .flatMap(entry -> entry.postings().stream())
                            .filter(posting -> posting.account().equals(PAYER_RECEIVABLE)
                                    && receivable
                                            .payerId()
                                            .equals(posting.concern().payerId()))
                            .map(Posting::amount)
                            .mapToLong(Money::cents)
                            .sum())
                    .isEqualTo(receivable.balance().cents());
        }
    }
}
