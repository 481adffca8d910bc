package dev.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeScanTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261124*0930*^*00501*000000007*0*P*:~";
    private static final String FILE = ISA
            + "GS*HP*A*B*20261124*0930*3*X*005010X221A1~"
            + "ST*835*0001~BPR*I*0~SE*3*0001~"
            + "ST*835*0002~BPR*I*0~SE*3*0002~"
            + "GE*2*3~IEA*1*000000007~";

    @Test
    void findsNothingInAWholeFile() {
        Envelope envelope = scan(FILE);

        assertThat(envelope.issues()).isEmpty();
        assertThat(envelope.transactions())
                .extracting(
                        Envelope.Transaction::ordinal, Envelope.Transaction::segments, Envelope.Transaction::version)
                .containsExactly(tuple(1, 3L, "005010X221A1"), tuple(2, 3L, "005010X221A1"));
        assertThat(envelope.segments()).isEqualTo(10);
        assertThat(envelope.bytes()).isEqualTo(FILE.length());
    }

    @ParameterizedTest
    @CsvSource({
        "SE*3*0002,SE*4*0002,SEGMENT_COUNT",
        "SE*3*0002,SE**0002,SEGMENT_COUNT",
        "SE*3*0002,SE*3*0009,TRANSACTION_CONTROL_NUMBER",
        "SE*3*0002~,'',TRANSACTION_NOT_CLOSED",
        "GE*2*3,GE*1*3,TRANSACTION_COUNT",
        "GE*2*3,GE*2*4,GROUP_CONTROL_NUMBER",
        "GE*2*3~,'',GROUP_NOT_CLOSED",
        "IEA*1*000000007,IEA*2*000000007,GROUP_COUNT",
        "IEA*1*000000007,IEA*1*000000008,INTERCHANGE_CONTROL_NUMBER",
        "GE*2*3~,GE*2*3~LX*1~,MISPLACED_SEGMENT",
        "ST*835*0002,ST*835*0001,DUPLICATE_CONTROL_NUMBER",
    })
    void namesEachFaultOfAnEnvelope(String whole, String broken, IssueCode code) {
        Envelope envelope = scan(FILE.replace(whole, broken));

        assertThat(envelope.issues()).extracting(X12Issue::code).contains(code);
    }

    @Test
    void holdsATransactionByItsOwnItsGroupsAndItsInterchangesFaultsAlone() {
        Envelope own = scan(FILE.replace("SE*3*0002", "SE*4*0002"));
        Envelope group = scan(FILE.replace("GE*2*3", "GE*5*3"));

        assertThat(own.issuesByTransaction()).doesNotContainKey(1);
        assertThat(own.issuesByTransaction().get(2))
                .extracting(X12Issue::code)
                .containsExactly(IssueCode.SEGMENT_COUNT);
        assertThat(group.issuesByTransaction().get(1))
                .extracting(X12Issue::code)
                .containsExactly(IssueCode.TRANSACTION_COUNT);
        assertThat(group.issuesByTransaction().get(2)).hasSize(1);
    }

    @Test
    void comparesNumbersNumerically() {
        Envelope envelope = scan(FILE.replace("SE*3*0002", "SE*03*2").replace("GE*2*3", "GE*002*0003"));

        assertThat(envelope.issues()).isEmpty();
    }

    @Test
    void keepsSeveralInterchangesApart() {
        Envelope envelope = scan(FILE + "\r\n" + FILE.replace("IEA*1", "IEA*9"));

        assertThat(envelope.interchanges()).hasSize(2);
        assertThat(envelope.interchanges().get(0).issues()).isEmpty();
        assertThat(envelope.interchanges().get(1).issues()).hasSize(1);
        assertThat(envelope.transactions())
                .extracting(Envelope.Transaction::ordinal)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void refusesAFileWithoutIea() {
        String cut = FILE.substring(0, FILE.indexOf("IEA"));

        assertThatThrownBy(() -> scan(cut)).isInstanceOfSatisfying(X12Exception.class, refused -> {
            X12Issue issue = refused.issues().getFirst();
            assertThat(issue.code()).isEqualTo(IssueCode.CUT_SHORT);
            assertThat(List.of(issue.segment(), issue.position().inFile())).containsExactly("GE", 9L);
        });
    }

    @Test
    void writesEnvelopesThatHold() {
        Property.holds(100, draw -> {
            byte[] file = Files.of("HP", "005010X221A1", out -> {
                int transactions = draw.between(1, 5);
                for (int i = 1; i <= transactions; i++) {
                    SegmentWriter body = out.startTransaction("835", String.format("%04d", i), "");
                    draw.list(0, 9, () -> draw.word(1, 9))
                            .forEach(word -> body.start("LX").add(word).end());
                    out.endTransaction();
                }
            });

            Envelope envelope = EnvelopeScan.of(new ByteArrayInputStream(file));

            assertThat(envelope.issues()).isEmpty();
            assertThat(new String(file, StandardCharsets.US_ASCII).indexOf('~')).isEqualTo(105);
        });
    }

    private static Envelope scan(String file) {
        return EnvelopeScan.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
    }
}
