package dev.superbill.x12.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the balance equations, A to G. */
class BalancingTest {
    @Test
    void aPaidClaimWithPatientResponsibilityBalances() {
        ClaimPayment claim = claim("1", 190_00, 72_60, List.of(), vectorA(1));

        assertThat(Balancing.prove(claim)).isEmpty();
        assertThat(Balancing.patientResponsibilityCents(claim)).isEqualTo(43_00);
    }

    @Test
    void aReversalAndItsCorrectionBalanceWithNegatedSigns() {
        ClaimPayment reversal = claim("22", -190_00, -72_60, List.of(), vectorA(-1));
        ClaimPayment correction = claim(
                "1",
                190_00,
                90_60,
                List.of(),
                List.of(line(190_00, 90_60, Adjustment.of("CO", "45", 74_40), Adjustment.of("PR", "3", 25_00))));

        assertThat(Balancing.prove(reversal)).isEmpty();
        assertThat(Balancing.prove(correction)).isEmpty();
        assertThat(reversal.reversal()).isTrue();
        assertThat(Balancing.transaction(Position.NONE, reversal.paidCents() + correction.paidCents(), 0, 18_00))
                .isEqualTo(Balance.BALANCED);
    }

    @Test
    void aPositiveProviderAdjustmentReducesThePaymentAndANegativeOneIncreasesIt() {
        assertThat(Balancing.transaction(Position.NONE, 518_00, 120_00 - 1_35, 399_35))
                .isEqualTo(Balance.BALANCED);
    }

    @Test
    void aForwardedBalanceNetsOverTwoRemittances() {
        assertThat(Balancing.transaction(Position.NONE, -200_00, -200_00, 0)).isEqualTo(Balance.BALANCED);
        assertThat(Balancing.transaction(Position.NONE, 350_00, 200_00, 150_00)).isEqualTo(Balance.BALANCED);
    }

    @Test
    void aDelayedRecoupmentMovesNoCashUntilItIsTaken() {
        assertThat(Balancing.transaction(Position.NONE, -40_00, -40_00, 0)).isEqualTo(Balance.BALANCED);
        assertThat(Balancing.transaction(Position.NONE, 100_00, 40_00, 60_00)).isEqualTo(Balance.BALANCED);
        assertThat(Balancing.transaction(Position.NONE, 100_00, 55_00 - 55_00, 100_00))
                .isEqualTo(Balance.BALANCED);
    }

    @Test
    void aClaimWithoutLinesBalancesAtItsOwnLevel() {
        ClaimPayment claim = claim("1", 300_00, 180_00, List.of(Adjustment.of("CO", "45", 120_00)), List.of());

        assertThat(Balancing.prove(claim)).isEmpty();
    }

    @Test
    void aNegativeContractualAdjustmentPaysMoreThanTheCharge() {
        ClaimPayment claim =
                claim("1", 100_00, 103_10, List.of(), List.of(line(100_00, 103_10, Adjustment.of("CO", "144", -3_10))));

        assertThat(Balancing.prove(claim)).isEmpty();
    }

    @Test
    void adjustmentsAtBothLevelsAreBothSummed() {
        ClaimPayment claim = claim(
                "1",
                100_00,
                70_00,
                List.of(Adjustment.of("CO", "253", 10_00)),
                List.of(line(100_00, 80_00, Adjustment.of("CO", "45", 20_00))));

        assertThat(Balancing.prove(claim)).isEmpty();
    }

    @Test
    void whatDoesNotHoldTellsLevelPlaceAndBothSides() {
        ClaimPayment claim =
                claim("1", 100_00, 80_00, List.of(), List.of(line(90_00, 80_01, Adjustment.of("CO", "45", 20_00))));

        assertThat(Balancing.prove(claim))
                .extracting(
                        Balance.OutOfBalance::level,
                        Balance.OutOfBalance::loop,
                        Balance.OutOfBalance::expectedCents,
                        Balance.OutOfBalance::actualCents)
                .containsExactly(
                        tuple(Balance.Level.CLAIM, "2100", 90_00L, 100_00L),
                        tuple(Balance.Level.CLAIM, "2100", 80_01L, 80_00L),
                        tuple(Balance.Level.LINE, "2110", 70_00L, 80_01L));
    }

    @Test
    void sumsOfTheLargestAmountsNeverWrapAround() {
        long largest = 999_999_999_999_999_999L;
        CentSum sum = new CentSum();
        for (int i = 0; i < 100; i++) {
            sum.add(largest);
        }

        assertThat(sum.cents()).isEqualTo(Long.MAX_VALUE);
        for (int i = 0; i < 99; i++) {
            sum.subtract(largest);
        }
        assertThat(sum.cents()).isEqualTo(largest);
    }

    private static List<ServicePayment> vectorA(int sign) {
        return List.of(
                line(
                        sign * 150_00L,
                        sign * 72_60L,
                        Adjustment.of("CO", "45", sign * 52_40L),
                        Adjustment.of("PR", "3", sign * 25_00L)),
                line(
                        sign * 40_00L,
                        0,
                        Adjustment.of("CO", "45", sign * 22_00L),
                        Adjustment.of("PR", "1", sign * 18_00L)));
    }

    private static ServicePayment line(long charge, long paid, Adjustment... adjustments) {
        return ServicePayment.of(
                Procedure.hcpcs("99213"),
                charge,
                paid,
                BigDecimal.ONE,
                LocalDate.of(2026, 1, 5),
                List.of(adjustments),
                "1",
                List.of());
    }

    private static ClaimPayment claim(
            String status, long charge, long paid, List<Adjustment> adjustments, List<ServicePayment> lines) {
        return ClaimPayment.of(
                "PCN1", status, charge, paid, null, "12", "ICN1", "11", "1", adjustments, List.of(), lines);
    }
}
