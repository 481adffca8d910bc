package dev.superbill.payments.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.payments.exception.Reason;
import dev.superbill.x12.remittance.RemittanceScan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the first pass says of a transaction. */
class TransactionVerdictTest {

    private static final Era GOOD = Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1");

    @Test
    void letsAFileInSmallLettersPost() {
        String small = new String(GOOD.file(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        TransactionVerdict verdict = verdict(small);
        assertThat(verdict.status()).isEqualTo(TransactionStatus.POSTING);
    }

    @Test
    void comparesControlNumbersAsNumbers() {
        assertThat(verdict(text(GOOD).replace("GE*1*1~", "GE*01*0001~")).status())
                .isEqualTo(TransactionStatus.POSTING);
    }

    @Test
    void holdsWhatAWrongEnvelopeEncloses() {
        for (String[] wrong : new String[][] {
            {"GE*1*1~", "GE*2*1~", "TRANSACTION_COUNT"},
            {"GE*1*1~", "GE*1*9~", "GROUP_CONTROL_NUMBER"},
            {"IEA*1*000000001~", "IEA*2*000000001~", "GROUP_COUNT"},
            {"IEA*1*000000001~", "IEA*1*000000002~", "INTERCHANGE_CONTROL_NUMBER"}
        }) {
            TransactionVerdict verdict = verdict(text(GOOD).replace(wrong[0], wrong[1]));
            assertThat(verdict.status()).as(wrong[2]).isEqualTo(TransactionStatus.HELD);
            assertThat(verdict.reasons()).extracting(Reason::code).containsExactly(wrong[2]);
            assertThat(verdict.reasons().getFirst().position()).isNotNull();
        }
    }

    private static String text(Era era) {
        return new String(era.file(), StandardCharsets.ISO_8859_1);
    }

    private static TransactionVerdict verdict(String file) {
        RemittanceScan scan = RemittanceScan.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)));
        return TransactionVerdict.of(
                scan.transactions().getFirst(),
                scan.envelope().transactions().getFirst().version());
    }
}
