package dev.superbill.clearinghouse.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.clearinghouse.claim.Adjustment;
import dev.superbill.clearinghouse.claim.Adjustment.Group;
import dev.superbill.clearinghouse.claim.BillingProvider;
import dev.superbill.clearinghouse.claim.ClaimLine;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.Party;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdjudicatorTest {

    private static final LocalDate SERVICE = LocalDate.of(2026, 1, 5);
    private static final Circumstances FIRST = new Circumstances("26000", SERVICE.plusDays(1), 0, false, 100);

    @Test
    void writesOffWhatIsAboveTheFee() {
        LineDecision line = first(PayerKind.MEDICAID, Treatment.ORDINARY, line("99213", 10_000));

        long allowed = PayerKind.MEDICAID.allowedCents("99213", 10_000, 100);
        assertThat(line.adjustments()).containsExactly(new Adjustment(Group.CO, "45", 10_000 - allowed));
        assertThat(line.paidCents()).isEqualTo(allowed);
    }

    @Test
    void takesTheDeductibleBeforeCoinsurance() {
        Decision decision = decide(PayerKind.PREFERRED, Treatment.ORDINARY, FIRST, line("99213", 20_000));

        long allowed = PayerKind.PREFERRED.allowedCents("99213", 20_000, 100);
        assertThat(decision.total(Group.PR, "1")).isEqualTo(5_000);
        assertThat(decision.total(Group.PR, "2")).isEqualTo(PayerKind.share(allowed - 5_000, 2_000));
    }

    @Test
    void leavesTheDeductibleAloneOnceItIsPaid() {
        Circumstances paid = new Circumstances("26000", SERVICE, 5_000, false, 100);

        assertThat(decide(PayerKind.PREFERRED, Treatment.ORDINARY, paid, line("99213", 20_000))
                        .total(Group.PR, "1"))
                .isZero();
    }

    @Test
    void takesOneCopayForAVisit() {
        Decision decision =
                decide(PayerKind.MANAGED, Treatment.ORDINARY, FIRST, line("99213", 15_000), line("87880", 4_000));

        assertThat(decision.total(Group.PR, "3")).isEqualTo(2_500);
    }

    @Test
    void sequestersTwoPercentOfWhatMedicareWouldPay() {
        Circumstances paid = new Circumstances("26000", SERVICE, 24_000, false, 100);
        Decision decision = decide(PayerKind.MEDICARE, Treatment.ORDINARY, paid, line("99213", 15_000));

        long before = decision.paidCents() + decision.total(Group.CO, "253");
        assertThat(decision.total(Group.CO, "253")).isEqualTo(PayerKind.share(before, 200));
    }

    @Test
    void deniesImagingWithoutAuthorisation() {
        assertThat(first(PayerKind.MANAGED, Treatment.ORDINARY, line("71046", 9_000))
                        .adjustments())
                .containsExactly(new Adjustment(Group.CO, "197", 9_000));
    }

    @Test
    void deniesWhatComesTooLate() {
        Circumstances late = new Circumstances("26000", SERVICE.plusDays(91), 0, false, 100);

        assertThat(decide(PayerKind.MANAGED, Treatment.ORDINARY, late, line("99213", 9_000))
                        .total(Group.CO, "29"))
                .isEqualTo(9_000);
    }

    @Test
    void deniesADuplicate() {
        Circumstances twice = new Circumstances("26000", SERVICE, 0, true, 100);

        assertThat(decide(PayerKind.MANAGED, Treatment.ORDINARY, twice, line("99213", 9_000))
                        .total(Group.CO, "18"))
                .isEqualTo(9_000);
    }

    @Test
    void deniesWhatLacksInformationWithARemark() {
        LineDecision line = first(PayerKind.INDEMNITY, Treatment.LACKS_INFORMATION, line("99213", 9_000));

        assertThat(line.adjustments()).containsExactly(new Adjustment(Group.CO, "16", 9_000));
        assertThat(line.remarks()).containsExactly("N290");
    }

    @Test
    void bundlesTheLastLineIntoTheFirst() {
        Decision decision =
                decide(PayerKind.INDEMNITY, Treatment.BUNDLED, FIRST, line("99213", 9_000), line("93000", 4_000));

        LineDecision bundled = decision.lines().getLast();
        assertThat(bundled.adjustments()).containsExactly(new Adjustment(Group.CO, "97", 4_000));
        assertThat(bundled.bundledInto()).isEqualTo("99213");
    }

    @Test
    void leavesWhatIsNotCoveredToThePatient() {
        assertThat(first(PayerKind.INDEMNITY, Treatment.NOT_COVERED, line("99213", 9_000))
                        .adjustments())
                .containsExactly(new Adjustment(Group.PR, "204", 9_000));
    }

    @Test
    void paysAnIncentiveAboveTheFeeWithItsSign() {
        Decision decision = decide(PayerKind.MEDICAID, Treatment.INCENTIVE, FIRST, line("99213", 9_000));

        assertThat(decision.total(Group.CO, "144")).isEqualTo(-310);
    }

    @Test
    void decidesAClaimAsAWholeWithoutLines() {
        Decision byLine =
                decide(PayerKind.INDEMNITY, Treatment.ORDINARY, FIRST, line("99213", 30_000), line("93000", 4_000));
        Decision whole =
                decide(PayerKind.INDEMNITY, Treatment.CLAIM_LEVEL, FIRST, line("99213", 30_000), line("93000", 4_000));

        assertThat(whole.lines()).isEmpty();
        assertThat(whole.paidCents()).isEqualTo(byLine.paidCents());
        assertThat(whole.patientResponsibilityCents()).isEqualTo(byLine.patientResponsibilityCents());
    }

    @Test
    void considersOnlyWhatTheEarlierPayerLeft() {
        ClaimLine line = new ClaimLine(1, "L1", "99213", List.of(), 15_000, "1", SERVICE, 4_300L);
        OtherPayer primary = new OtherPayer('P', "60054", "PRIMARY", "M1", 7_260L, 4_300);
        SubmittedClaim claim = claim('S', List.of(primary), line);

        Decision decision = new Adjudicator(PayerKind.INDEMNITY).decide(claim, Treatment.ORDINARY, FIRST);

        assertThat(decision.statusCode()).isEqualTo("2");
        assertThat(decision.total(Group.OA, "23")).isEqualTo(10_700);
        assertThat(decision.paidCents() + decision.patientResponsibilityCents()).isEqualTo(4_300);
    }

    @Test
    void handsAMedicareClaimOnToTheNextPayer() {
        OtherPayer next = new OtherPayer('S', "SUPP1", "SUPPLEMENT", "S1", null, 0);
        SubmittedClaim claim = claim('P', List.of(next), line("99213", 15_000));

        Decision decision = new Adjudicator(PayerKind.MEDICARE).decide(claim, Treatment.ORDINARY, FIRST);

        assertThat(decision.statusCode()).isEqualTo("19");
        assertThat(decision.crossover()).isEqualTo(next);
    }

    @Test
    void reversesEveryAmountUnderTheSameNumbers() {
        Decision decision = decide(PayerKind.INDEMNITY, Treatment.ORDINARY, FIRST, line("99213", 30_000));
        Decision reversal = decision.reversed();

        assertThat(reversal.statusCode()).isEqualTo("22");
        assertThat(reversal.paidCents()).isEqualTo(-decision.paidCents());
        assertThat(reversal.chargeCents()).isEqualTo(-30_000);
        assertThat(reversal.payerControlNumber()).isEqualTo(decision.payerControlNumber());
    }

    @Test
    void cannotHoldADecisionThatDoesNotBalance() {
        SubmittedClaim claim = claim('P', List.of(), line("99213", 30_000));

        assertThatThrownBy(() -> new Decision(claim, "1", "1", 30_000, 1, List.of(), List.of(), List.of(), null))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(PayerKind.class)
    void everyDecisionOfRandomClaimsBalancesAndIsTheSameAgain(PayerKind payer) {
        Random random = new Random(20_260_105);
        for (int round = 0; round < 500; round++) {
            List<ClaimLine> lines = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                String procedure = String.valueOf(10_000 + random.nextInt(89_999));
                lines.add(new ClaimLine(
                        i + 1, "L" + i, procedure, List.of(), random.nextInt(100_000), "1", SERVICE, null));
            }
            SubmittedClaim claim = claim('P', List.of(), lines.toArray(ClaimLine[]::new));
            Treatment treatment = Treatment.values()[random.nextInt(Treatment.values().length)];
            Circumstances circumstances =
                    new Circumstances("1", SERVICE, random.nextInt(30_000), random.nextInt(20) == 0, 85);

            // the constructor refuses what does not balance
            Decision decision = new Adjudicator(payer).decide(claim, treatment, circumstances);

            assertThat(new Adjudicator(payer).decide(claim, treatment, circumstances))
                    .isEqualTo(decision);
            assertThat(decision.chargeCents()
                            - decision.everyAdjustment()
                                    .mapToLong(Adjustment::cents)
                                    .sum())
                    .isEqualTo(decision.paidCents());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 77})
    void aRoundOfTwentyHoldsEveryTreatmentAndBeginsOrdinarily(long seed) {
        List<Treatment> round = new ArrayList<>();
        for (long ordinal = 1; ordinal <= 20; ordinal++) {
            round.add(Treatment.of("60054", seed, ordinal));
        }

        assertThat(round).contains(Treatment.values()).startsWith(Treatment.ORDINARY);
        assertThat(Treatment.of("60054", seed, 27)).isEqualTo(round.get(6));
    }

    private static Decision decide(
            PayerKind payer, Treatment treatment, Circumstances circumstances, ClaimLine... lines) {
        return new Adjudicator(payer).decide(claim('P', List.of(), lines), treatment, circumstances);
    }

    private static LineDecision first(PayerKind payer, Treatment treatment, ClaimLine line) {
        return decide(payer, treatment, FIRST, line).lines().getFirst();
    }

    private static ClaimLine line(String procedure, long cents) {
        return new ClaimLine(1, "L", procedure, List.of(), cents, "1", SERVICE, null);
    }

    private static SubmittedClaim claim(char rank, List<OtherPayer> others, ClaimLine... lines) {
        long charge = 0;
        List<ClaimLine> numbered = new ArrayList<>();
        for (ClaimLine line : lines) {
            charge += line.chargeCents();
            numbered.add(new ClaimLine(
                    numbered.size() + 1,
                    line.controlNumber(),
                    line.procedure(),
                    line.modifiers(),
                    line.chargeCents(),
                    line.units(),
                    line.serviceDate(),
                    line.patientOweCents()));
        }
        Party patient = new Party("ROE", "JANE", null, "M1");
        return new SubmittedClaim(
                "MAPLE01",
                "B1",
                new Party("PAYER", null, null, "60054"),
                new BillingProvider("1234567893", "123456789", "MAPLE"),
                rank,
                "CI",
                patient,
                patient,
                "PCN1",
                charge,
                "11",
                '1',
                null,
                false,
                SERVICE,
                SERVICE,
                others,
                numbered);
    }
}
