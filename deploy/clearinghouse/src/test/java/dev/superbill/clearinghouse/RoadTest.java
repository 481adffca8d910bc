package dev.superbill.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over SFTP: an 837P goes in, the answers come out. */
class RoadTest {

    @TempDir
    Path home;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(home);
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    @Test
    void answersABatchWithTa1And999AndTwo277CasAndOneRemittance() throws Exception {
        running.put("a.837", batch(1).text());

        assertThat(running.awaitInbox("ta1", 1).getFirst()).contains("TA1*000000001*260105*1200*A*000~");
        assertThat(running.awaitInbox("999", 1).getFirst())
                .contains("AK2*837*0001*005010X222A1~", "IK5*A~", "AK9*A*1*1*1~");
        List<String> claimAnswers = running.awaitInbox("277ca", 2);
        assertThat(claimAnswers.getFirst()).contains("NM1*AY*", "TRN*2*B1~", "TRN*2*PCN1~", "STC*A1:19:PR*");
        assertThat(claimAnswers.getLast()).contains("NM1*PR*", "TRN*2*PCN1~", "STC*A2:20:PR*");
        String remittance = running.awaitInbox("835", 1).getFirst();
        assertThat(remittance)
                .contains(
                        "CLP*PCN1*1*190*",
                        "N1*PE*MAPLE FAMILY PRACTICE*XX*1234567893~",
                        "REF*TJ*123456789~",
                        "REF*6R*PCN1L1~");
    }

    @Test
    void answersTheSameBytesOnce() throws Exception {
        running.put("a.837", batch(1).text());
        running.awaitInbox("835", 1);
        int before = running.inbox().size();

        running.put("b.837", batch(1).text());
        running.put("c.837", batch(2).add(claim("PCN9").member("X9", "DOE")).text());

        running.awaitInbox("835", 2);
        assertThat(running.inbox("999")).hasSize(2);
        assertThat(running.inbox().size()).isGreaterThan(before);
    }

    @Test
    void refusesAnInterchangeControlNumberThatItKnows() throws Exception {
        running.put("a.837", batch(1).text());
        running.awaitInbox("ta1", 1);

        running.put("b.837", batch(1).add(claim("PCN2")).text());

        assertThat(running.awaitInbox("ta1", 2).getLast()).contains("*R*025~");
    }

    @Test
    void leavesHalfSentFilesAlone() throws Exception {
        try (var out = running.sftp().write("outbound/half.837.tmp")) {
            out.write("ISA*00*".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        running.put("a.837", batch(1).text());
        running.awaitInbox("835", 1);

        assertThat(running.sftp().stat("outbound/half.837.tmp").getSize()).isEqualTo(7);
    }

    @Test
    void keepsItsStateOverARestart() throws Exception {
        running.put("a.837", batch(1).text());
        running.awaitInbox("835", 1);
        Map<String, String> before = running.inbox();

        running.restart();
        running.put("a.837", batch(1).text());
        running.put("d.837", batch(2).text().replace("PCN1", "PCN2"));

        // the same services under another number: known from before the restart
        assertThat(running.awaitInbox("835", 2).getLast()).contains("CAS*CO*18*150~");
        assertThat(running.inbox()).containsAllEntriesOf(before);
        assertThat(running.inbox("ta1")).hasSize(2);
    }

    @Test
    void showsASubmitterNothingButItsOwnMailbox() throws Exception {
        assertThat(running.sftp().canonicalPath(".")).isEqualTo("/");
        assertThatThrownBy(() -> running.sftp().stat("/../../state.mv")).isInstanceOf(java.io.IOException.class);
        assertThat(Files.exists(home.resolve("host_key.pub"))).isTrue();
    }

    @Test
    void rejectsWhatSyntaxForbidsWithItsPlace() throws Exception {
        running.put("a.837", batch(1).text().replace("SV1*HC:99213*150*", "SV1*HC:99213**"));

        assertThat(running.awaitInbox("999", 1).getFirst())
                .contains("IK3*SV1*", "*2400*8~", "IK4*2**1~", "IK5*R*5~", "AK9*R*1*1*0~");
    }

    @Test
    void rejectsWhatTheGuideForbidsWithItsPlace() throws Exception {
        running.put("a.837", batch(1).text().replace("N4*PORTLAND*ME*041011234~\n", ""));

        assertThat(running.awaitInbox("999", 1).getFirst()).contains("IK3*N4*10*2010*3~", "IK5*R*5", "AK9*R*1*1*0~");
    }

    @Test
    void rejectsAnUnknownSubscriberAtThePayer() throws Exception {
        running.put(
                "a.837",
                new SampleBatch(Running.SUBMITTER, 1)
                        .add(claim("PCN1").member("UNK1", "ROE"))
                        .text());

        assertThat(running.awaitInbox("277ca", 2).getLast()).contains("STC*A3:33:IL*", "*U*190~", "QTY*AA*1~");
    }

    @Test
    void reversesTogetherWithTheCorrectionWhenAsked() throws Exception {
        assertThat(running.http("POST", "/scenarios", "{\"scenario\": \"reversal-then-correction\"}"))
                .startsWith("200 ");
        running.put("a.837", batch(1).text());

        List<String> remittances = running.awaitInbox("835", 3);
        assertThat(remittances.get(0)).contains("CLP*PCN1*1*190*");
        assertThat(remittances.get(1)).contains("CLP*PCN1*22*-190*-");
        assertThat(remittances.get(2)).contains("CLP*PCN1*1*190*", "PLB*");
    }

    @Test
    void takesAScenarioAndRefusesNonsense() throws Exception {
        assertThat(running.http("POST", "/scenarios", "{\"scenario\": \"reject-interchange\"}"))
                .startsWith("200 ");
        assertThat(running.http("POST", "/scenarios", "{\"scenario\": \"dance\"}"))
                .startsWith("400 ");
        running.put("a.837", batch(1).text());

        assertThat(running.awaitInbox("ta1", 1).getFirst()).contains("*R*024~");
        assertThat(running.http("GET", "/health", "")).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(running.http("GET", "/status", "")).contains("\"filesReceived\":1", "\"scenarios\":[]");
    }

    private static SampleBatch batch(int controlNumber) {
        return new SampleBatch(Running.SUBMITTER, controlNumber).add(claim("PCN1"));
    }

    private static SampleBatch.Claim claim(String number) {
        return new SampleBatch.Claim().number(number).line("99213", "150").line("36415", "40");
    }
}
