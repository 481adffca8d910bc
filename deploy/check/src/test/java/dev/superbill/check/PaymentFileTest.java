package dev.superbill.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the check reads of an 835 and what it makes of it. */
class PaymentFileTest {

    private static final String ISA = "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       "
            + "*261001*1200*^*00501*000000001*0*T*:~GS*HP*PAYER*PRACTICE*20261001*1200*1*X*005010X221A1~";

    @Test
    void readsMoneyByClaimLineAndProvider() {
        Payment payment = read("ST*835*0001~BPR*I*50.10*C*ACH~TRN*1*T1*1999999999~N1*PR*PAYER*XV*P1~LX*1~"
                        + "CLP*a1*1*100*60.10*20*12*ICN~CAS*PR*3*5~SVC*HC:99213*100*65.10~DTM*472*20261001~CAS*CO*45*19.90**16*10~CAS*PR*1*5~"
                        + "PLB*1*20261231*WO:X*10*L6*0~SE*13*0001~")
                .getFirst();

        assertThat(payment.amount).isEqualTo(5_010);
        assertThat(payment.isProven()).isTrue();
        assertThat(payment.payer).containsExactly("1999999999", "999999999", "P1");
        assertThat(payment.providerAdjustments).isEqualTo(Map.of("recoupment", 1_000L, "interest", 0L));
        Answer answer = payment.answers.getFirst();
        assertThat(answer.number).isEqualTo("A1");
        assertThat(answer.days).containsExactly("20261001");
        assertThat(answer.writeOff).isEqualTo(1_990);
        assertThat(answer.responsibility).isEqualTo(1_000);
        assertThat(answer.claimAdjusted).isEqualTo(500);
        assertThat(answer.isProven()).isTrue();
    }

    @Test
    void provesNothingThatIsOffByACent() {
        Payment payment = read("ST*835*1~BPR*I*60*C~TRN*1*T*1~CLP*A*1*100*60*0~CAS*CO*45*39.99~SE*6*1~")
                .getFirst();

        assertThat(payment.isProven()).isTrue();
        assertThat(payment.answers.getFirst().isProven()).isFalse();
        assertThat(read("ST*835*1~BPR*I*60.01*C~CLP*A*1*60*60*0~SE*4*1~")
                        .getFirst()
                        .difference())
                .isEqualTo(1);
        assertThat(read("ST*835*1~BPR*I*60*C~CLP*A*1*60*60*0~SE*5*1~")
                        .getFirst()
                        .isProven())
                .isFalse();
        assertThat(read("ST*835*1~BPR*I*60.001*C~SE*3*1~").getFirst().isProven())
                .isFalse();
    }

    @Test
    void movesWhatAPayerLeavesToTheNextOneAndBehindTheLastToThePatient() {
        Account account = new Account("maple", "A1");
        account.charge = 10_000;
        account.firstPayer = "p1";
        account.coverages.add(new Account.Coverage(1, "p1", "P1"));
        account.coverages.add(new Account.Coverage(2, "p2", "P2"));
        Answer first = new Answer(1, "A1", "1", "");
        first.paid = 6_000;
        first.adjust("CO", "45", 1_000);
        first.adjust("PR", "1", 3_000);
        account.posted.add(new Account.Posted("1", first, new Account.Payer("p1", 1), false, 0));
        Answer second = new Answer(1, "A1", "2", "");
        second.paid = 2_500;
        second.adjust("PR", "2", 500);
        account.posted.add(new Account.Posted("2", second, new Account.Payer("p2", 2), false, 0));

        assertThat(account.expected())
                .isEqualTo(Map.of("revenue", -10_000L, "adjustment.contractual", 1_000L, "ar.patient", 500L));
    }

    private static List<Payment> read(String segments) {
        List<Payment> payments = new ArrayList<>();
        PaymentFile.read(
                new ByteArrayInputStream(
                        (ISA + segments + "GE*1*1~IEA*1*000000001~").getBytes(StandardCharsets.US_ASCII)),
                payments::add);
        return payments;
    }
}
