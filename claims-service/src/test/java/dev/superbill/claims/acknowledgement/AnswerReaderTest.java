package dev.superbill.claims.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.claims.claim.Hop;
import dev.superbill.x12.X12Exception;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    @ParameterizedTest
    @CsvSource({"A,ACCEPTED,NOTED", "E,ACCEPTED_WITH_ERRORS,NOTED", "R,REJECTED,REJECTED"})
    void readsATa1(String code, Outcome outcome, Verdict verdict) {
        Reading reading = read("", "TA1*000000012*261124*0800*" + code + "*000~");

        assertThat(reading.kind()).isEqualTo(Kind.TA1);
        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(statements(reading)).singleElement().satisfies(statement -> {
            assertThat(statement.hop()).isEqualTo(Hop.INTERCHANGE);
            assertThat(statement.verdict()).isEqualTo(verdict);
            // the answer comes from the receiver of what we sent
            assertThat(statement.subject()).isEqualTo(new Subject.Interchange("MAPLE01", "CLEARWATER", "000000012"));
        });
    }

    @Test
    void takesA999WithoutTransactionsForTheWholeGroup() {
        Reading reading = syntax("AK9*A*2*2*2~");

        assertThat(reading.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(statements(reading))
                .extracting(Statement::subject, Statement::verdict)
                .containsExactly(
                        tuple(new Subject.RestOfGroup("MAPLE01", "CLEARWATER", "5", Set.of()), Verdict.RECEIVED));
    }

    @Test
    void judgesEachTransactionOfAPartialAnswerByItsOwnCode() {
        Reading reading = syntax("AK2*837*0001~IK5*A~AK2*837*0002~IK3*NM1*12*2010BA*8~IK4*9**1~IK5*R*5~AK9*P*3*3*2~");

        assertThat(reading.outcome()).isEqualTo(Outcome.PARTLY_ACCEPTED);
        assertThat(statements(reading))
                .extracting(Statement::subject, Statement::verdict)
                .containsExactly(
                        tuple(new Subject.TransactionSet("MAPLE01", "CLEARWATER", "5", "0001"), Verdict.RECEIVED),
                        tuple(new Subject.TransactionSet("MAPLE01", "CLEARWATER", "5", "0002"), Verdict.REJECTED),
                        tuple(
                                new Subject.RestOfGroup("MAPLE01", "CLEARWATER", "5", Set.of("0001", "0002")),
                                Verdict.RECEIVED));
        assertThat(statements(reading).get(1).reason()).contains("NM1 at 12 in loop 2010BA", "element 9 code 1");
    }

    @ParameterizedTest
    @CsvSource({"R", "M", "W", "X"})
    void refusesAllTransactionsOfARefusedGroup(String code) {
        Reading reading = syntax("AK2*837*0001~IK5*A~AK9*" + code + "*2*2*0~");

        assertThat(reading.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(statements(reading)).extracting(Statement::verdict).containsOnly(Verdict.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"R", "M", "W", "X"})
    void refusesATransactionByEachCodeOfRefusal(String code) {
        Reading reading = syntax("AK2*837*0001~IK5*" + code + "~AK9*P*2*2*1~");

        assertThat(statements(reading))
                .extracting(Statement::verdict)
                .containsExactly(Verdict.REJECTED, Verdict.RECEIVED);
    }

    @Test
    void takesAnAcceptanceWithErrorsAndWarns() {
        Reading reading = syntax("AK2*837*0001~IK3*REF*30*2300*8~IK5*E~AK9*E*1*1*1~");

        assertThat(reading.outcome()).isEqualTo(Outcome.ACCEPTED_WITH_ERRORS);
        assertThat(statements(reading)).extracting(Statement::verdict).containsOnly(Verdict.RECEIVED);
        assertThat(reading.warnings()).singleElement().asString().contains("REF at 30");
    }

    @ParameterizedTest
    @CsvSource({
        "A0:16:PR,WQ,RECEIVED",
        "A1:19:PR,WQ,RECEIVED",
        "A2:20:PR,WQ,ACCEPTED",
        "A3:21,U,REJECTED",
        "A6:33:IL,U,REJECTED",
        "A7:562:85,U,REJECTED",
        "A8:153,U,REJECTED",
        // the action refuses whatever the category says, and the category whatever the action says
        "A1:19:PR,U,REJECTED",
        "A7:562:85,WQ,REJECTED",
        "A4:35,WQ,NOT_FOUND",
        "A5:20,WQ,SPLIT",
        "F1:65,WQ,UNCLEAR"
    })
    void readsTheStatusOfAClaim(String code, String action, Verdict verdict) {
        Reading reading =
                claims("PR", "STC*A1:19:PR*20261124*WQ*100~", "STC*" + code + "*20261124*" + action + "*100~");

        assertThat(statements(reading)).singleElement().satisfies(statement -> {
            assertThat(statement.verdict()).isEqualTo(verdict);
            assertThat(statement.hop()).isEqualTo(Hop.PAYER);
            assertThat(statement.subject()).isEqualTo(new Subject.SingleClaim("REF123", "PCN1"));
            assertThat(statement.payerControlNumber()).isEqualTo("ICN9");
            assertThat(statement.reason()).contains(code);
        });
    }

    @Test
    void tellsTheClearinghouseFromThePayer() {
        Reading reading = claims("AY", "STC*A1:19:AY*20261124*WQ*100~", "STC*A2:20*20261124*WQ*100~");

        assertThat(statements(reading)).extracting(Statement::hop).containsOnly(Hop.CLEARINGHOUSE);
    }

    @Test
    void refusesAClaimByTheSecondOrThirdCodeOfItsStatus() {
        Reading reading =
                claims("PR", "STC*A1:19:PR*20261124*WQ*100~", "STC*A1:19:PR*20261124*WQ*100******A6:33:IL*A7:21~");

        assertThat(statements(reading)).extracting(Statement::verdict).containsExactly(Verdict.REJECTED);
    }

    @Test
    void refusesTheWholeTransactionAtItsLevel() {
        Reading reading = read("HN", header("AY") + "STC*A3:21*20261124*U*100~");

        assertThat(reading.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(statements(reading))
                .extracting(Statement::subject, Statement::verdict)
                .containsExactly(tuple(new Subject.Submission("REF123"), Verdict.REJECTED));
    }

    @Test
    void refusesAClaimByOneOfItsLines() {
        Reading reading = claims(
                "PR",
                "STC*A1:19:PR*20261124*WQ*100~",
                "STC*A2:20:PR*20261124*WQ*100~",
                "SVC*HC:99213*100*****1~STC*A7:454*20261124*U~REF*FJ*PCN101~");

        assertThat(statements(reading)).singleElement().satisfies(statement -> {
            assertThat(statement.verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(statement.reason()).contains("line PCN101: A7:454");
        });
    }

    @Test
    void findsNothingInAFileWithoutAnswers() {
        assertThat(read("HP", "").answers()).isEmpty();
    }

    @Test
    void refusesWhatIsCutShort() {
        byte[] whole = file("", "TA1*000000012*261124*0800*A*000~");
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> AnswerReader.read(part)).isInstanceOf(X12Exception.class);
        }
    }

    @Test
    void takesOnlyAnswersFromAFolder() {
        assertThat(Peek.isRemittance(file("HP", ""))).isTrue();
        assertThat(Peek.isRemittance(file("", "TA1*000000012*261124*0800*A*000~")))
                .isFalse();
        assertThat(Peek.isRemittance(file("FA", ""))).isFalse();
        assertThat(Peek.isRemittance("hello".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(Peek.isRemittance(new byte[0])).isFalse();
    }

    private static Reading syntax(String body) {
        return read("FA", "ST*999*0001*005010X231A1~AK1*HC*5*005010X222A1~" + body + "SE*9*0001~");
    }

    private static Reading claims(String source, String batch, String... claim) {
        return read(
                "HN",
                header(source) + batch
                        + "HL*3*2*19*1~NM1*85*2*MAPLE*****XX*1234567893~HL*4*3*PT~NM1*QC*1*DOE*JO****MI*M1~TRN*2*PCN1~"
                        + claim[0] + "REF*1K*ICN9~" + (claim.length > 1 ? claim[1] : "") + "SE*9*0001~");
    }

    private static String header(String source) {
        return "ST*277*0001*005010X214~BHT*0085*08*X1*20261124*0800*TH~HL*1**20*1~NM1*" + source
                + "*2*ACME*****PI*ACME1~TRN*1*T1~DTP*050*D8*20261124~DTP*009*D8*20261124~"
                + "HL*2*1*21*1~NM1*41*2*MAPLE*****46*MAPLE01~TRN*2*REF123~";
    }

    private static List<Statement> statements(Reading reading) {
        return reading.answers().stream()
                .flatMap(answer -> answer.statements().stream())
                .toList();
    }

    private static Reading read(String group, String body) {
        return AnswerReader.read(file(group, body));
    }

    private static byte[] file(String group, String body) {
        String inner = group.isEmpty()
                ? body
                : "GS*" + group + "*CLEARWATER*MAPLE01*20261124*0800*7*X*005010~" + body + "GE*1*7~";
        return ("ISA*00*          *00*          *ZZ*CLEARWATER     *ZZ*MAPLE01        *261124*0800*^*00501*000000007*0*T*:~"
                        + inner + "IEA*1*000000007~")
                .getBytes(StandardCharsets.UTF_8);
    }
}
