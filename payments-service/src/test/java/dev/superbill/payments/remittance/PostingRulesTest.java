package dev.superbill.payments.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimAccountFixture;
import dev.superbill.payments.receivable.ClaimLine;
import dev.superbill.payments.receivable.Coverage;
import dev.superbill.payments.receivable.Member;
import dev.superbill.payments.remittance.ClaimAnswer.Adjustment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of posting, without anything around them. */
class PostingRulesTest {

    private static final LocalDate SERVICE = LocalDate.of(2026, 10, 1);
    private static final UUID PRIMARY = new UUID(0, 1);
    private static final UUID SECONDARY = new UUID(0, 2);
    private static final PayerNames FIRST = new PayerNames(Set.of("1999999999"));
    private static final PayerNames SECOND = new PayerNames(Set.of("1888888888"));

    private final Shelf shelf = new Shelf();
    private int transactions;

    @Test
    void postsVectorA() {
        shelf.open(account("A1", 19_000, false));
        take(FIRST, answer("A1", "1", 19_000, 7_260, co45(7_440), pr3(4_300)));
        assertThat(shelf.balances())
                .isEqualTo(Map.of(
                        "clearing",
                        7_260L,
                        "adjustment.contractual",
                        7_440L,
                        "ar.patient",
                        4_300L,
                        "ar.payer",
                        -19_000L));
    }

    @Test
    void writesOffOnlyWhatIsContractual() {
        shelf.open(account("A1", 10_000, false));
        take(
                FIRST,
                answer(
                        "A1",
                        "1",
                        10_000,
                        0,
                        new Adjustment("CO", "16", 3_000, null),
                        new Adjustment("PI", "45", 3_000, null),
                        new Adjustment("OA", "23", 1_000, null),
                        new Adjustment("CR", "45", 1_000, null),
                        new Adjustment("CO", "253", 2_000, null)));
        assertThat(shelf.balances()).isEqualTo(Map.of("adjustment.contractual", 2_000L, "ar.payer", -2_000L));
    }

    @Test
    void findsTheReceivableByPayerBeforeRank() {
        ClaimAccount account = account("A1", 10_000, true);
        shelf.open(account);
        // the secondary payer says that it has paid as primary
        AnsweredClaim claim = take(SECOND, answer("A1", "1", 10_000, 4_000));
        assertThat(claim.payerId()).isEqualTo(SECONDARY);
        assertThat(claim.payerRank()).isEqualTo(2);
    }

    @Test
    void makesAReceivableForACrossoverThatNobodyKnows() {
        shelf.open(account("A1", 10_000, false));
        AnsweredClaim claim = take(new PayerNames(Set.of("NEW")), answer("A1", "2", 10_000, 4_000));
        assertThat(claim.outcome()).isEqualTo(Outcome.POSTED);
        assertThat(claim.payerRank()).isEqualTo(2);
        assertThat(claim.claimId()).isNull();
    }

    @Test
    void keepsBothCoveragesApartWhereOnePayerCoversTwice() {
        List<Coverage> both = List.of(
                new Coverage(1, PRIMARY, "1999999999", Member.of("MEMBER-A1")),
                new Coverage(2, PRIMARY, "1999999999", Member.of("SPOUSE-A1")));
        shelf.open(ClaimAccountFixture.charged("A1", SERVICE, 10_000, both, List.of()));
        assertThat(take(FIRST, answer("A1", "2", 10_000, 1_000)).payerRank()).isEqualTo(2);
        assertThat(take(FIRST, answer("A1", "1", 10_000, 9_000)).payerRank()).isEqualTo(1);
    }

    @Test
    void writesOffForACrossoverWhatThePayerBeforeHadLeftToThePatient() {
        shelf.open(account("A1", 10_000, false));
        take(FIRST, answer("A1", "19", 10_000, 6_000, co45(1_000), pr3(3_000)));
        take(new PayerNames(Set.of("NEW")), answer("A1", "2", 10_000, 2_000, co45(500), pr3(500)));
        assertThat(shelf.questions()).isEmpty();
        assertThat(shelf.balances())
                .isEqualTo(Map.of(
                        "clearing",
                        8_000L,
                        "adjustment.contractual",
                        1_500L,
                        "ar.patient",
                        500L,
                        "ar.payer",
                        -10_000L));
    }

    @Test
    void asksNoLongerForTheRestOfAWriteOffThatWasTakenBack() {
        shelf.open(account("A1", 10_000, true));
        take(FIRST, answer("A1", "1", 10_000, 6_000, co45(1_000), pr3(3_000)));
        take(SECOND, answer("A1", "2", 10_000, 2_000, co45(8_000)));
        assertThat(shelf.questions()).hasSize(1);
        take(SECOND, answer("A1", "22", -10_000, -2_000, co45(-8_000)));
        assertThat(shelf.questions()).isEmpty();
        assertThat(shelf.balances())
                .isEqualTo(Map.of("clearing", 6_000L, "adjustment.contractual", 1_000L, "ar.payer", -7_000L));
    }

    @Test
    void confirmsANumberByMemberDateOrCharge() {
        shelf.open(account("A1", 10_000, false));
        assertThat(take(FIRST, answer("A1", "1", 999, 1, "", null)).outcome()).isEqualTo(Outcome.UNAPPLIED);
        assertThat(take(FIRST, answer("A1", "1", 10_000, 1, "", null)).outcome())
                .isEqualTo(Outcome.POSTED);
        assertThat(take(FIRST, answer("A1", "1", 999, 1, "MEMBER-A1", null)).outcome())
                .isEqualTo(Outcome.POSTED);
        assertThat(take(FIRST, answer("A1", "1", 999, 1, "", SERVICE)).outcome())
                .isEqualTo(Outcome.POSTED);
        // the payer's own number is known from then on, and stands for itself
        assertThat(take(FIRST, answer("WRONG", "1", 999, 1, "", null, "ICN-A1")).outcome())
                .isEqualTo(Outcome.POSTED);
        assertThat(take(FIRST, answer("WRONG", "1", 10_000, 1, "MEMBER-A1", SERVICE, "OTHER"))
                        .outcome())
                .isEqualTo(Outcome.POSTED);
        assertThat(take(FIRST, answer("WRONG", "1", 9_999, 1, "MEMBER-A1", SERVICE, "THIRD"))
                        .outcome())
                .isEqualTo(Outcome.UNAPPLIED);
    }

    @Test
    void takesNoOtherPayersNumberForThatOfAClaim() {
        shelf.open(account("A1", 10_000, true));
        take(FIRST, answer("A1", "1", 10_000, 1, "", SERVICE, "ICN-1"));
        // each payer counts for itself; the claim of this one has not been told yet
        AnsweredClaim other = take(SECOND, answer("B1", "1", 4_000, 1, "SOMEBODY", SERVICE, "ICN-1"));
        assertThat(other.outcome()).isEqualTo(Outcome.UNAPPLIED);
        assertThat(other.waitsFor()).isEqualTo(WaitsFor.CLAIM);

        shelf.open(account("B1", 4_000, true));
        assertThat(other.outcome()).isEqualTo(Outcome.POSTED);
        assertThat(other.accountNumber()).isEqualTo("B1");
    }

    @Test
    void holdsWhatIsNotProvenWithItsMoneyInSuspense() {
        shelf.open(account("A1", 10_000, false));
        AnsweredClaim claim = new AnsweredClaim(
                header(FIRST),
                1,
                answer("A1", "1", 10_000, 4_000),
                false,
                List.of(Reason.of("OUT_OF_BALANCE", "")),
                List.of());
        shelf.take(claim);
        assertThat(shelf.balances()).isEqualTo(Map.of("clearing", 4_000L, "suspense", -4_000L));
        shelf.batch(batch -> batch.accept(claim));
        assertThat(shelf.balances()).isEqualTo(Map.of("clearing", 4_000L, "ar.payer", -4_000L));
        assertThat(claim.outcome()).isEqualTo(Outcome.POSTED);
    }

    @Test
    void breaksTiesBetweenOriginalsByThePayersNumber() {
        shelf.open(account("A1", 10_000, false));
        AnsweredClaim first = take(FIRST, answer("A1", "1", 10_000, 4_000, "", SERVICE, "ICN-1"));
        AnsweredClaim second = take(FIRST, answer("A1", "1", 10_000, 4_000, "", SERVICE, "ICN-2"));
        take(FIRST, answer("A1", "22", -10_000, -4_000, "", SERVICE, "ICN-2"));
        assertThat(second.reversedBy()).isNotNull();
        assertThat(first.reversedBy()).isNull();
    }

    @Test
    void findsLinesThoughThePayerDropsModifiersOrChangesCodes() {
        List<ClaimLine> billed = List.of(
                new ClaimLine(1, "L1", "99214", List.of("25"), "1", 15_000, SERVICE),
                new ClaimLine(2, "L2", "80053", List.of(), "1", 4_000, SERVICE),
                new ClaimLine(3, "L3", "99214", List.of("59"), "1", 15_000, SERVICE));
        LineFinder finder = new LineFinder(billed);
        assertThat(finder.find(line("99214", List.of("59"), "99214", List.of("59"), 15_000, "")))
                .hasValue(billed.get(2));
        assertThat(finder.find(line("99214", List.of(), "99214", List.of(), 15_000, "")))
                .hasValue(billed.get(0));
        assertThat(finder.find(line("80050", List.of(), "80053", List.of(), 4_000, "")))
                .hasValue(billed.get(1));
        assertThat(finder.find(line("XXXXX", List.of(), "XXXXX", List.of(), 1, "l2")))
                .hasValue(billed.get(1));
        assertThat(finder.find(line("XXXXX", List.of(), "XXXXX", List.of(), 1, "")))
                .isEmpty();
    }

    /** Payments, their reversals and corrections of several claims; each of 40 seeds shuffles them and hides claims. */
    @ParameterizedTest
    @MethodSource("seeds")
    void comesToTheSameBalancesInWhateverOrderDocumentsCome(long seed) {
        Random random = new Random(seed);
        List<Document> documents = new ArrayList<>();
        List<ClaimAccount> accounts = new ArrayList<>();
        for (int claim = 0; claim < 5; claim++) {
            String number = "C" + claim;
            long charge = 10_000 + random.nextInt(5_000);
            accounts.add(account(number, charge, false));
            long paid = 0;
            int answers = 1 + random.nextInt(3);
            for (int i = 0; i < answers; i++) {
                paid += 100 + random.nextInt(900);
                long left = random.nextInt(500);
                Adjustment[] adjustments = {co45(charge - paid - left), pr3(left)};
                documents.add(new Document(number, "1", charge, paid, adjustments));
                if (i + 1 < answers || random.nextInt(3) == 0) {
                    documents.add(new Document(
                            number,
                            "22",
                            -charge,
                            -paid,
                            Stream.of(adjustments)
                                    .map(one ->
                                            new Adjustment(one.groupCode(), one.reasonCode(), -one.amountCents(), null))
                                    .toArray(Adjustment[]::new)));
                }
            }
        }
        Map<String, Long> expected = play(documents, accounts, List.of());
        List<Document> shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, random);
        List<Integer> opening = accounts.stream()
                .map(one -> random.nextInt(shuffled.size() + 1))
                .toList();

        assertThat(play(shuffled, accounts, opening)).as("seed %d", seed).isEqualTo(expected);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private record Document(String number, String status, long charge, long paid, Adjustment[] adjustments) {}

    /** Takes documents one by one; claims turn up before the document of the given place, or all at first. */
    private Map<String, Long> play(List<Document> documents, List<ClaimAccount> accounts, List<Integer> opening) {
        Shelf books = new Shelf();
        for (int i = 0; i <= documents.size(); i++) {
            for (int a = 0; a < accounts.size(); a++) {
                if (i == (opening.isEmpty() ? 0 : opening.get(a))) {
                    ClaimAccount one = accounts.get(a);
                    books.open(account(one.controlNumber(), one.charge().cents(), false));
                }
            }
            if (i < documents.size()) {
                Document one = documents.get(i);
                books.take(new AnsweredClaim(
                        header(FIRST),
                        1,
                        answer(one.number(), one.status(), one.charge(), one.paid(), one.adjustments()),
                        true,
                        List.of(),
                        List.of()));
            }
        }
        assertThat(books.questions()).isEmpty();
        return books.balances();
    }

    private AnsweredClaim take(PayerNames payer, ClaimAnswer answer) {
        return shelf.take(new AnsweredClaim(header(payer), 1, answer, true, List.of(), List.of()));
    }

    private PaymentHeader header(PayerNames payer) {
        transactions++;
        return new PaymentHeader(
                new UUID(7, transactions), new UUID(8, transactions), 1, "T" + transactions, SERVICE, payer);
    }

    private static ClaimAccount account(String number, long charge, boolean secondary) {
        List<Coverage> coverages = new ArrayList<>();
        coverages.add(new Coverage(1, PRIMARY, "1999999999", Member.of("MEMBER-" + number)));
        if (secondary) {
            coverages.add(new Coverage(2, SECONDARY, "1888888888", Member.of("SECOND-" + number)));
        }
        return ClaimAccountFixture.charged(number, SERVICE, charge, coverages, List.of());
    }

    private static Adjustment co45(long cents) {
        return new Adjustment("CO", "45", cents, null);
    }

    private static Adjustment pr3(long cents) {
        return new Adjustment("PR", "3", cents, null);
    }

    private static ClaimAnswer answer(String number, String status, long charge, long paid, Adjustment... adjustments) {
        return new ClaimAnswer(
                number, status, charge, paid, null, "ICN-" + number, "", SERVICE, List.of(adjustments), List.of());
    }

    private static ClaimAnswer answer(
            String number, String status, long charge, long paid, String member, LocalDate date) {
        return answer(number, status, charge, paid, member, date, "ICN-" + number);
    }

    private static ClaimAnswer answer(
            String number, String status, long charge, long paid, String member, LocalDate date, String payersNumber) {
        return new ClaimAnswer(number, status, charge, paid, null, payersNumber, member, date, List.of(), List.of());
    }

    private static ClaimAnswer.Line line(
            String procedure,
            List<String> modifiers,
            String billed,
            List<String> billedModifiers,
            long charge,
            String number) {
        return new ClaimAnswer.Line(
                1,
                procedure,
                modifiers,
                billed,
                billedModifiers,
                charge,
                0,
                null,
                number,
                SERVICE,
                List.of(),
                List.of());
    }
}
