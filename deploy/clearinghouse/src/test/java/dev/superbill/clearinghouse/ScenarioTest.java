package dev.superbill.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.superbill.x12.remittance.Balance;
import dev.superbill.x12.remittance.Balancing;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.RemittanceEvent;
import dev.superbill.x12.remittance.RemittanceReader;
import dev.superbill.x12.remittance.RemittanceScan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviour on request, and what a payer does with earlier decisions. */
class ScenarioTest {

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
    void delaysAnswersOfAKind() throws Exception {
        ask("{\"scenario\": \"late\", \"answers\": \"999\", \"delaySeconds\": 2}");
        running.put("a.837", batch(1, claim("PCN1")));

        running.awaitInbox("835", 1);
        assertThat(running.inbox("999")).isEmpty();
        running.awaitInbox("999", 1);
    }

    @Test
    void repeatsARemittanceAsTheSameFileAndInAnotherInterchange() throws Exception {
        ask("{\"scenario\": \"repeated\"}");
        running.put("a.837", batch(1, claim("PCN1")));

        List<String> files = running.awaitInbox("835", 3);
        assertThat(files.get(1)).isEqualTo(files.get(0));
        assertThat(files.get(2)).isNotEqualTo(files.get(0));
        assertThat(hash(files.get(2))).isEqualTo(hash(files.get(0)));
    }

    @Test
    void amendsARemittanceUnderTheSameTrace() throws Exception {
        ask("{\"scenario\": \"amended\"}");
        running.put("a.837", batch(1, claim("PCN1")));

        List<String> files = running.awaitInbox("835", 2);
        assertThat(first("TRN\\*1\\*[^~]*", files.get(1))).isEqualTo(first("TRN\\*1\\*[^~]*", files.get(0)));
        assertThat(first("BPR\\*[^~]*", files.get(1))).isEqualTo(first("BPR\\*[^~]*", files.get(0)));
        assertThat(hash(files.get(1))).isNotEqualTo(hash(files.get(0)));
        files.forEach(ScenarioTest::assertBalanced);
    }

    @Test
    void sendsAClaimThatDoesNotBalanceInATransactionThatDoes() throws Exception {
        ask("{\"scenario\": \"unbalanced\"}");
        running.put("a.837", batch(1, claim("PCN1"), claim("PCN2").member("M2", "DOE")));

        String file = running.awaitInbox("835", 1).getFirst();
        assertThat(scan(file).transactions().getFirst().balance()).isInstanceOf(Balance.Balanced.class);
        assertThat(unbalancedClaims(file)).containsExactly("PCN1");
    }

    @Test
    void answersOutOfOrder() throws Exception {
        ask("{\"scenario\": \"out-of-order\"}");
        running.put("a.837", batch(1, claim("PCN1")));

        running.awaitInbox("277ca", 1);
        assertThat(running.inbox("999")).isEmpty();
        running.awaitInbox("835", 1);
        assertThat(running.inbox("277ca")).hasSize(1);
        running.awaitInbox("277ca", 2);
    }

    @Test
    void leavesEverySecondClaimUnanswered() throws Exception {
        ask("{\"scenario\": \"partial\"}");
        running.put("a.837", batch(1, claim("PCN1"), claim("PCN2").member("M2", "DOE")));

        String file = running.awaitInbox("835", 1).getFirst();
        assertThat(file).contains("CLP*PCN1*").doesNotContain("CLP*PCN2*");
        assertThat(running.http("POST", "/pay-now", "")).isEqualTo("200 {\"cyclesClosed\":0}");
    }

    @Test
    void contradictsItself() throws Exception {
        ask("{\"scenario\": \"contradictory\"}");
        running.put("a.837", batch(1, claim("PCN1")));

        List<String> answers = running.awaitInbox("277ca", 3);
        assertThat(answers.get(1)).contains("STC*A2:20:PR*");
        assertThat(answers.get(2)).contains("TRN*2*PCN1~", "STC*A7:21*", "*U*");
        assertThat(running.http("GET", "/status", "")).contains("\"claimsWaiting\":0", "\"decisions\":0");
    }

    @Test
    void rejectsAGroup() throws Exception {
        ask("{\"scenario\": \"reject-group\"}");
        running.put("a.837", batch(1, claim("PCN1")));

        assertThat(running.awaitInbox("999", 1).getFirst()).contains("IK5*R", "AK9*R*1*1*0~");
        assertThat(running.http("GET", "/status", "")).contains("\"claimsWaiting\":0");
    }

    @Test
    void reversesWhatAReplacementReplaces() throws Exception {
        running.put("a.837", batch(1, claim("PCN1")));
        String number = first(
                        "(?<=CLP\\*PCN1\\*1\\*190\\*)[^~]*",
                        running.awaitInbox("835", 1).getFirst())
                .split("\\*")[3];

        running.put("b.837", batch(2, claim("PCN1").replaces("7", number).line("87880", "10")));

        String file = running.awaitInbox("835", 2).getLast();
        assertThat(file.indexOf("CLP*PCN1*22*-190*")).isPositive().isLessThan(file.indexOf("CLP*PCN1*1*200*"));
        assertBalanced(file);
    }

    @Test
    void reversesWhatAVoidVoidsAndKnowsItNoMore() throws Exception {
        running.put("a.837", batch(1, claim("PCN1")));
        String number = first(
                        "(?<=CLP\\*PCN1\\*1\\*190\\*)[^~]*",
                        running.awaitInbox("835", 1).getFirst())
                .split("\\*")[3];

        running.put("b.837", batch(2, claim("PCN1").replaces("8", number)));
        String file = running.awaitInbox("835", 2).getLast();
        assertThat(file).contains("CLP*PCN1*22*-190*", "BPR*H*0*C*NON*", "PLB*").doesNotContain("CLP*PCN1*1*");

        running.put("c.837", batch(3, claim("PCN1").replaces("8", number)));
        assertThat(running.awaitInbox("277ca", 6).getLast()).contains("STC*A7:464:PR*");
    }

    @Test
    void forwardsAMedicareClaimToTheSupplementWhichPaysItsShare() throws Exception {
        running.put(
                "a.837",
                batch(
                        1,
                        claim("PCN1")
                                .payer("SMCR0", "MB")
                                .otherPayer(
                                        "SBR*S*18*******CI",
                                        "OI***Y***Y",
                                        "NM1*IL*1*ROE*JANE****MI*S1",
                                        "NM1*PR*2*SUPPLEMENT*****PI*SUPP1")));

        List<String> files = running.awaitInbox("835", 2);
        assertThat(files.get(0)).contains("CLP*PCN1*19*190*", "NM1*TT*2*SUPPLEMENT*****PI*SUPP1~");
        assertThat(files.get(1)).contains("CLP*PCN1*2*190*", "CAS*OA*23*");
        files.forEach(ScenarioTest::assertBalanced);
    }

    @Test
    void paysADayOfAllTreatmentsInBalance() throws Exception {
        SampleBatch day = new SampleBatch(Running.SUBMITTER, 1);
        String[][] payers = {{"60054", "CI"}, {"SMCR0", "MB"}, {"SKME0", "MC"}};
        for (int i = 0; i < 60; i++) {
            day.add(claim("D" + i).member("M" + i, "ROE").payer(payers[i % 3][0], payers[i % 3][1]));
        }
        running.put("a.837", day.text());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> running.http("GET", "/status", "")
                        .matches(".*\"filesReceived\":1,\"claimsWaiting\":0.*\"deliveriesWaiting\":0.*"));
        List<String> files = running.inbox("835");
        files.forEach(ScenarioTest::assertBalanced);
        assertThat(String.join("", files))
                .contains(
                        "*22*-",
                        "CAS*CO*16*",
                        "CAS*CO*197*",
                        "CAS*CO*97*",
                        "CAS*PR*204*",
                        "L6:",
                        "WO:",
                        "*144*-3.1",
                        "*CHK*");
    }

    private void ask(String scenario) throws Exception {
        assertThat(running.http("POST", "/scenarios", scenario)).startsWith("200 ");
    }

    private static SampleBatch.Claim claim(String number) {
        return new SampleBatch.Claim().number(number).line("99213", "150").line("36415", "40");
    }

    private static String batch(int controlNumber, SampleBatch.Claim... claims) {
        SampleBatch batch = new SampleBatch(Running.SUBMITTER, controlNumber);
        for (SampleBatch.Claim claim : claims) {
            batch.add(claim);
        }
        return batch.text();
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    private static RemittanceScan scan(String file) {
        return RemittanceScan.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Object hash(String file) {
        return scan(file).transactions().getFirst().contentHash();
    }

    private static List<String> unbalancedClaims(String file) {
        List<String> unbalanced = new java.util.ArrayList<>();
        RemittanceReader reader =
                new RemittanceReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
        for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof ClaimPayment claim && !Balancing.prove(claim).isEmpty()) {
                unbalanced.add(claim.patientControlNumber());
            }
        }
        return unbalanced;
    }

    private static void assertBalanced(String file) {
        assertThat(scan(file).transactions()).allSatisfy(transaction -> {
            assertThat(transaction.balance()).isInstanceOf(Balance.Balanced.class);
            assertThat(transaction.holds()).isEmpty();
        });
        assertThat(unbalancedClaims(file)).isEmpty();
    }
}
