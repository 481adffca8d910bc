package dev.superbill.x12.remittance;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic proof of an 835 (guide X221A1, 1.10.2.1), exact in cents. Signs stay as sent: a positive CAS or PLB
 * reduces the payment, a negative one increases it. AMT is no part of it (X12 RFI 2601).
 */
public final class Balancing {
    private Balancing() {}

    /** {@code SVC02 − Σ CAS(line) = SVC03}. */
    public static Balance line(ServicePayment line) {
        long expected = new CentSum()
                .add(line.chargeCents())
                .subtract(sum(line.adjustments()))
                .cents();
        return check(
                Balance.Level.LINE, "2110", line.position(), expected, line.paidCents(), "SVC02 − Σ CAS(2110) = SVC03");
    }

    /** {@code CLP03 − Σ CAS(claim) − Σ CAS(its lines) = CLP04}. */
    public static Balance claim(ClaimPayment claim) {
        CentSum expected = new CentSum().add(claim.chargeCents()).subtract(sum(claim.adjustments()));
        for (ServicePayment line : claim.lines()) {
            expected.subtract(sum(line.adjustments()));
        }
        return check(
                Balance.Level.CLAIM,
                "2100",
                claim.position(),
                expected.cents(),
                claim.paidCents(),
                "CLP03 − Σ CAS(2100) − Σ CAS(2110) = CLP04");
    }

    /** Where lines are given: {@code Σ SVC02 = CLP03}; always balanced without lines. */
    public static Balance lineCharges(ClaimPayment claim) {
        if (claim.lines().isEmpty()) {
            return Balance.BALANCED;
        }
        CentSum charges = new CentSum();
        claim.lines().forEach(line -> charges.add(line.chargeCents()));
        return check(
                Balance.Level.CLAIM, "2100", claim.position(), charges.cents(), claim.chargeCents(), "Σ SVC02 = CLP03");
    }

    /** Where lines are given: {@code Σ SVC03 − Σ CAS(claim) = CLP04}; always balanced without lines. */
    public static Balance linePayments(ClaimPayment claim) {
        if (claim.lines().isEmpty()) {
            return Balance.BALANCED;
        }
        CentSum paid = new CentSum();
        claim.lines().forEach(line -> paid.add(line.paidCents()));
        return check(
                Balance.Level.CLAIM,
                "2100",
                claim.position(),
                paid.subtract(sum(claim.adjustments())).cents(),
                claim.paidCents(),
                "Σ SVC03 − Σ CAS(2100) = CLP04");
    }

    /** Every equation of a claim and its lines that does not hold; empty when the claim is proven. */
    public static List<Balance.OutOfBalance> prove(ClaimPayment claim) {
        List<Balance.OutOfBalance> broken = new ArrayList<>(0);
        keep(claim(claim), broken);
        keep(lineCharges(claim), broken);
        keep(linePayments(claim), broken);
        for (ServicePayment line : claim.lines()) {
            keep(line(line), broken);
        }
        return broken;
    }

    /** {@code Σ CLP04 − Σ PLB = BPR02}. */
    public static Balance transaction(
            Position bpr, long claimPaymentsCents, long providerAdjustmentsCents, long paymentCents) {
        long expected = new CentSum()
                .add(claimPaymentsCents)
                .subtract(providerAdjustmentsCents)
                .cents();
        return check(Balance.Level.TRANSACTION, "HEADER", bpr, expected, paymentCents, "Σ CLP04 − Σ PLB = BPR02");
    }

    /** What the patient owes: the sum of the adjustments with group PR at both levels; CLP05 is compared with it. */
    public static long patientResponsibilityCents(ClaimPayment claim) {
        CentSum sum = new CentSum();
        addPatientResponsibility(claim.adjustments(), sum);
        claim.lines().forEach(line -> addPatientResponsibility(line.adjustments(), sum));
        return sum.cents();
    }

    private static void addPatientResponsibility(List<Adjustment> adjustments, CentSum sum) {
        for (Adjustment adjustment : adjustments) {
            if (adjustment.groupCode().equals("PR")) {
                sum.add(adjustment.amountCents());
            }
        }
    }

    private static CentSum sum(List<Adjustment> adjustments) {
        CentSum sum = new CentSum();
        for (Adjustment adjustment : adjustments) {
            sum.add(adjustment.amountCents());
        }
        return sum;
    }

    private static Balance check(
            Balance.Level level, String loop, Position position, long expected, long actual, String equation) {
        return expected == actual
                ? Balance.BALANCED
                : new Balance.OutOfBalance(level, loop, position, expected, actual, equation);
    }

    private static void keep(Balance balance, List<Balance.OutOfBalance> broken) {
        if (balance instanceof Balance.OutOfBalance out) {
            broken.add(out);
        }
    }
}
