package dev.superbill.claims.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.claim.ClaimHistoryEntry.Step;
import dev.superbill.claims.scrub.Edit;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final UUID BATCH = new UUID(7, 7);
    private static final ScrubOutcome CLEAN = new ScrubOutcome(List.of());
    private static final ScrubOutcome FAULTY = new ScrubOutcome(List.of(Edit.error("X", "x", "x", "x")));

    private static final Circumstances PAID =
            new Circumstances(null, null, null, null, null, null, null, null, null, null, Money.ofCents(2_500));

    private final Claim claim = claim();

    @Test
    void tellsEachStepWithWhoWhenAndWhy() {
        claim.scrubbed(FAULTY, cause("X"));
        claim.scrubbed(CLEAN, cause("mended"));

        assertThat(claim.history().stream().map(ClaimHistoryEntry::step))
                .extracting(Step::from, Step::to, Step::by, Step::reason)
                .containsExactly(
                        tuple(null, ClaimStatus.DRAFT, "biller", null),
                        tuple(ClaimStatus.DRAFT, ClaimStatus.HELD, "biller", "X"),
                        tuple(ClaimStatus.HELD, ClaimStatus.SCRUBBED, "biller", "mended"));
    }

    @Test
    void refusesAStepThatLeadsNowhereAndNamesTheState() {
        assertThatThrownBy(() -> claim.batched(BATCH, cause(null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DRAFT");
    }

    @Test
    void numbersLinesForEver() {
        assertThat(claim.content().lines())
                .extracting(ClaimLine::lineControlNumber)
                .containsExactly(claim.patientControlNumber() + "01", claim.patientControlNumber() + "02");
        assertThat(claim.charge()).isEqualTo(Money.ofCents(300));
    }

    @Test
    void neverGoesBackwardsForALateAnswerOfAnEarlierHop() {
        sent();
        answer(Hop.PAYER, ClaimStatus.ACCEPTED);

        assertThat(claim.heeds(answerOf(Hop.TRANSACTION_SET), ClaimStatus.RECEIVED))
                .isFalse();
        assertThat(claim.heeds(answerOf(Hop.TRANSACTION_SET), ClaimStatus.REJECTED))
                .isFalse();
        assertThat(claim.heeds(answerOf(Hop.CLEARINGHOUSE), ClaimStatus.REJECTED))
                .isFalse();
    }

    @Test
    void letsALaterHopRejectAnAcceptedClaim() {
        sent();
        answer(Hop.CLEARINGHOUSE, ClaimStatus.ACCEPTED);
        answer(Hop.PAYER, ClaimStatus.REJECTED);
        assertThat(claim.status()).isEqualTo(ClaimStatus.REJECTED);
        assertThat(claim.heeds(answerOf(Hop.PAYER), ClaimStatus.ACCEPTED)).isFalse();
    }

    @Test
    void takesARepeatedAnswerOnce() {
        sent();
        answer(Hop.TRANSACTION_SET, ClaimStatus.RECEIVED);
        assertThat(claim.heeds(answerOf(Hop.TRANSACTION_SET), ClaimStatus.RECEIVED))
                .isFalse();
    }

    @Test
    void passesOverAnAnswerAboutAFormerSubmission() {
        sent();
        answer(Hop.TRANSACTION_SET, ClaimStatus.REJECTED);
        claim.scrubbed(CLEAN, cause("corrected"));
        claim.batched(new UUID(8, 8), cause(null));
        claim.move(ClaimStatus.SENT, cause(null));

        assertThat(claim.heeds(answerOf(Hop.PAYER), ClaimStatus.ACCEPTED)).isFalse();
        assertThat(claim.heeds(new Answer(Hop.TRANSACTION_SET, new UUID(8, 8), "d", null), ClaimStatus.RECEIVED))
                .isTrue();
    }

    @Test
    void isAdjudicatedHoweverFarTheAnswersHaveCome() {
        for (ClaimStatus status : List.of(
                ClaimStatus.DRAFT,
                ClaimStatus.HELD,
                ClaimStatus.SCRUBBED,
                ClaimStatus.BATCHED,
                ClaimStatus.SENT,
                ClaimStatus.RECEIVED,
                ClaimStatus.ACCEPTED,
                ClaimStatus.REJECTED,
                ClaimStatus.REVERSED_PENDING)) {
            assertThat(status.leadsTo(ClaimStatus.ADJUDICATED)).as("%s", status).isTrue();
        }
    }

    @Test
    void splitsFiftyOneLinesInTwo() {
        CodedVisit visit = new CodedVisit(
                new UUID(1, 1), DAY, "11", List.of("E11.9"), Collections.nCopies(51, line("99213")), PAID);
        assertThat(visit.portions())
                .extracting(portion -> portion.lines().size())
                .containsExactly(50, 1);
        assertThat(visit.portions())
                .extracting(portion -> portion.circumstances().patientPaid())
                .containsExactly(Money.ofCents(2_500), null);
    }

    @Test
    void writesUnitsPlainly() {
        assertThat(line("99213").units().toPlainString()).isEqualTo("10");
        assertThat(line(" j1100 ").procedure()).isEqualTo("J1100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRC", "PCR", "RPC", "RCP", "CPR", "CRP"})
    void knowsWhichDecisionStandsInWhicheverOrderTheyCome(String order) {
        Map<Character, Adjudication> told = Map.of(
                'P', decision(Adjudication.Kind.PAYMENT, 100, 1, null),
                // a payer may reverse a claim as a whole that it had paid by line
                'R', decision(Adjudication.Kind.REVERSAL, 0, 2, 1),
                'C', decision(Adjudication.Kind.CORRECTION, 120, 3, null));
        ClaimLine line = claim.content().lines().getFirst();
        Settlement settlement = Settlement.NONE;
        for (char each : order.toCharArray()) {
            settlement = settlement.and(told.get(each));
        }

        assertThat(settlement.standing()).contains(told.get('C'));
        assertThat(settlement.paid(line)).isEqualTo(Money.ofCents(120));
        assertThat(settlement
                        .and(decision(Adjudication.Kind.REVERSAL, -120, 4, 3))
                        .standing())
                .isEmpty();
    }

    private Adjudication decision(Adjudication.Kind kind, long paid, long answer, @Nullable Integer reversed) {
        String number = claim.content().lines().getFirst().lineControlNumber();
        return new Adjudication(
                new UUID(5, answer),
                reversed == null ? null : new UUID(5, reversed),
                1,
                kind,
                "1",
                DAY,
                Money.ofCents(300),
                Money.ofCents(paid),
                Money.ZERO,
                List.of(),
                List.of(new Adjudication.Line(
                        number, "99213", List.of(), Money.ofCents(150), Money.ofCents(paid), null, List.of())));
    }

    private void sent() {
        claim.scrubbed(CLEAN, cause(null));
        claim.batched(BATCH, cause(null));
        claim.move(ClaimStatus.SENT, cause(null));
    }

    private void answer(Hop hop, ClaimStatus next) {
        assertThat(claim.heeds(answerOf(hop), next)).isTrue();
        claim.answered(answerOf(hop), next, cause(null));
    }

    private static Answer answerOf(Hop hop) {
        return new Answer(hop, BATCH, "acknowledgement:1", null);
    }

    private static Claim claim() {
        CodedVisit visit = new CodedVisit(
                new UUID(1, 1), DAY, "11", List.of("E11.9"), List.of(line("99213"), line("99214")), PAID);
        return new Claim(new VisitToBill(new UUID(2, 2), new UUID(3, 3), visit), visit, cause(null));
    }

    private static CodedVisit.Line line(String procedure) {
        return new CodedVisit.Line(
                procedure, List.of(), new BigDecimal("10.00"), Money.ofCents(150), List.of(1), DAY, null, null);
    }

    private static Cause cause(String reason) {
        return new Cause(Instant.EPOCH, "biller", reason, null);
    }
}
