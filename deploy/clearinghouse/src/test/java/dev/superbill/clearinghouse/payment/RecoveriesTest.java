package dev.superbill.clearinghouse.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.clearinghouse.payment.Recoveries.Receivable;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveriesTest {

    @Test
    void addsInterestToThePayment() {
        Recoveries recoveries =
                new Recoveries(10_000, List.of(new Receivable("L6", "A", 135)), List.of(), List.of(), "T1");

        assertThat(recoveries.payable()).isEqualTo(10_135);
        assertThat(recoveries.adjustments()).containsExactly(new ProviderAdjustment("L6", "A", -135));
    }

    @Test
    void carriesANegativePaymentForwardAndTakesItFromTheNext() {
        Recoveries negative = new Recoveries(-20_000, List.of(), List.of(), List.of(), "T1");
        assertThat(negative.payable()).isZero();
        assertThat(negative.adjustments()).containsExactly(new ProviderAdjustment("FB", "T1", -20_000));

        Recoveries next = new Recoveries(35_000, List.of(), List.of(), negative.open(), "T2");
        assertThat(next.payable()).isEqualTo(15_000);
        assertThat(next.adjustments()).containsExactly(new ProviderAdjustment("FB", "T1", 20_000));
        assertThat(next.open()).isEmpty();
    }

    @Test
    void givesATakebackBackAndRecoversItInPartsFromLaterPayments() {
        List<Receivable> takeback = List.of(new Receivable("WO", "A", 4_000));
        Recoveries first = new Recoveries(-4_000, List.of(), takeback, List.of(), "T1");
        assertThat(first.payable()).isZero();
        assertThat(first.adjustments()).containsExactly(new ProviderAdjustment("WO", "A", -4_000));

        Recoveries second = new Recoveries(1_500, List.of(), List.of(), first.open(), "T2");
        assertThat(second.payable()).isZero();
        assertThat(second.open()).containsExactly(new Receivable("WO", "A", 2_500));

        Recoveries third = new Recoveries(9_000, List.of(), List.of(), second.open(), "T3");
        assertThat(third.payable()).isEqualTo(6_500);
        assertThat(third.open()).isEmpty();
    }
}
