package dev.superbill.claims.adjudication;

import static dev.superbill.claims.Practice.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.superbill.claims.Practice;
import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.claim.Claims;
import dev.superbill.kernel.Money;
import dev.superbill.kernel.PracticeId;
import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
class AdjudicationTest {

    private final Practice practice = new Practice("ash");

    @Inject
    Claims claims;

    @Inject
    PracticeContext context;

    private UUID payer;
    private UUID patient;
    private UUID provider;
    private String claim;
    private String encounter;
    private String lineNumber;
    private long knownBy = 1;

    @BeforeEach
    void billsAVisit() {
        practice.bills();
        payer = practice.payer();
        provider = practice.provider();
        patient = practice.patient();
        practice.coverage(patient, payer, 1);
        claim = practice.bill(visit(patient, provider, "99213", 15_000));
        ValidatableResponse response = get(claim);
        response.body("status", equalTo("SCRUBBED"));
        encounter = response.extract().path("encounterId");
        lineNumber = response.extract().path("lines[0].lineControlNumber");
    }

    @Test
    void showsWhatThePayerDecidedAndClosesWhatNobodyOwes() {
        adjudicated("PAYMENT", "1", 15_000, 10_000, 0);
        Eventually.asserted(() -> get(claim)
                .body("status", equalTo("ADJUDICATED"))
                .body("payerControlNumber", equalTo("ICN1"))
                .body("lines[0].paidCents", equalTo(10_000))
                .body("lines[0].adjustedCents", equalTo(5_000)));

        account(2, 10_000, 5_000, 0, 0);
        account(1, 0, 0, 15_000, 0);

        Eventually.asserted(() -> get(claim)
                .body("status", equalTo("CLOSED"))
                .body("paidCents", equalTo(10_000))
                .body("adjustedCents", equalTo(5_000))
                .body("payerBalanceCents", equalTo(0)));
    }

    @Test
    void closesAClaimOnlyByBooksThatKnowTheLastDecision() {
        adjudicated("PAYMENT", "1", 15_000, 10_000, 0);
        account(2, 10_000, 5_000, 0, 0);
        Eventually.asserted(() -> get(claim).body("status", equalTo("CLOSED")));

        knownBy = 3;
        adjudicated("CORRECTION", "1", 15_000, 9_000, 0);
        Eventually.asserted(() -> get(claim).body("lines[0].paidCents", equalTo(19_000)));
        get(claim).body("status", equalTo("ADJUDICATED"));
        account(3, 9_000, 5_000, 1_000, 0);
        account(4, 10_000, 5_000, 0, 0);

        Eventually.asserted(() -> get(claim)
                .body("history.to", contains("DRAFT", "SCRUBBED", "ADJUDICATED", "CLOSED", "ADJUDICATED", "CLOSED")));
    }

    @Test
    void waitsForTheCorrectionAfterAReversal() {
        UUID paid = adjudicated("PAYMENT", "1", 15_000, 10_000, 0);
        reversed(claim, paid, 10_000, 0);
        Eventually.asserted(() -> get(claim).body("status", equalTo("REVERSED_PENDING")));
        adjudicated("CORRECTION", "1", 15_000, 12_000, 0);
        Eventually.asserted(() -> get(claim)
                .body("status", equalTo("ADJUDICATED"))
                .body("lines[0].paidCents", equalTo(12_000))
                .body("history.to", contains("DRAFT", "SCRUBBED", "ADJUDICATED", "REVERSED_PENDING", "ADJUDICATED")));
    }

    @Test
    void billsTheNextPayerForWhatThePatientWouldOwe() {
        UUID second = practice.payer();
        practice.coverage(patient, second, 2);
        UUID paid = adjudicated("PAYMENT", "1", 15_000, 10_000, 2_000);

        List<String> ids = secondaries(1);
        ValidatableResponse next = get(ids.getFirst())
                .body("rank", equalTo(2))
                .body("payerId", equalTo(second.toString()))
                .body("encounterId", equalTo(encounter));
        assertThat(next.extract().<String>path("patientControlNumber"))
                .isEqualTo(get(claim).extract().path("patientControlNumber"));
        Eventually.asserted(() -> get(ids.getFirst()).body("status", equalTo("SCRUBBED")));
        assertThat(forSubmission(ids.getFirst()).otherPayers()).singleElement().satisfies(other -> {
            assertThat(other.rank()).isEqualTo(1);
            assertThat(other.payerControlNumber()).isEqualTo("ICN1");
            assertThat(other.adjudication().paid()).isEqualTo(Money.ofCents(10_000));
            assertThat(other.adjudication().lines().getFirst().lineControlNumber())
                    .isEqualTo(lineNumber);
        });

        reversed(claim, paid, 10_000, 2_000);
        Eventually.asserted(() -> get(ids.getFirst()).body("status", equalTo("VOIDED")));
        adjudicated("CORRECTION", "1", 15_000, 11_000, 1_000);
        assertThat(secondaries(2)).hasSize(2);
    }

    @Test
    void leavesTheNextPayerToAPayerThatForwards() {
        practice.coverage(patient, practice.payer(), 2);
        adjudicated("PAYMENT", "19", 15_000, 10_000, 2_000);
        Eventually.asserted(() -> get(claim).body("status", equalTo("ADJUDICATED")));
        practice.as("biller")
                .get("/api/v1/claims?encounter=" + encounter)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void replacesADecidedClaimByOneOfFrequencySeven() {
        practice.as("biller")
                .post("/api/v1/claims/{id}/replace", claim)
                .then()
                .statusCode(409)
                .body("code", equalTo("CLAIM_SCRUBBED"));
        adjudicated("PAYMENT", "4", 15_000, 0, 0);
        Eventually.asserted(() -> get(claim).body("status", equalTo("ADJUDICATED")));

        String successor = practice.as("biller")
                .body(Map.of("reason", "modifier 25 was missing"))
                .post("/api/v1/claims/{id}/replace", claim)
                .then()
                .statusCode(201)
                .body("frequency", equalTo("7"))
                .body("status", equalTo("SCRUBBED"))
                .body("payerControlNumber", equalTo("ICN1"))
                .body("replacesId", equalTo(claim))
                .extract()
                .path("id");

        assertThat(successor).isNotEqualTo(claim);
        get(claim).body("status", equalTo("REPLACED")).body("history.reason", hasItem("modifier 25 was missing"));
    }

    /** Coverages and decisions come over different topics, in any order. */
    @Test
    void billsTheNextPayerAlsoWhenItsCoverageComesAfterTheDecision() {
        adjudicated("PAYMENT", "1", 15_000, 10_000, 2_000);
        Eventually.asserted(() -> get(claim).body("status", equalTo("ADJUDICATED")));
        UUID second = practice.payer();

        practice.coverage(patient, second, 2);

        get(secondaries(1).getFirst()).body("payerId", equalTo(second.toString()), "status", equalTo("SCRUBBED"));
    }

    /** What payments tells when the correction comes first, and the reversal before what it takes back. */
    @Test
    void endsWithTheCorrectionThoughItCameFirst() {
        practice.coverage(patient, practice.payer(), 2);
        adjudicated("PAYMENT", "1", 15_000, 12_000, 0);
        UUID original = adjudicated("CORRECTION", "1", 15_000, 10_000, 2_000);
        String next = secondaries(1).getFirst();
        reversed(claim, original, 10_000, 2_000);

        Eventually.asserted(() -> get(claim).body("lines[0].paidCents", equalTo(12_000)));
        get(claim).body("status", equalTo("ADJUDICATED"), "history.to", not(hasItem("REVERSED_PENDING")));
        // the payer leaves nothing to the next one any more
        Eventually.asserted(() -> get(next).body("status", equalTo("VOIDED")));
    }

    @Test
    void adjudicatesAReplacementThoughItsPayerReversesTheFormerClaim() {
        UUID paid = adjudicated("PAYMENT", "1", 15_000, 10_000, 0);
        Eventually.asserted(() -> get(claim).body("status", equalTo("ADJUDICATED")));
        String successor = succeeded("replace");

        reversed(claim, paid, 10_000, 0);
        adjudicated(successor, "CORRECTION", "1", 15_000, 12_000, 0);

        Eventually.asserted(() -> get(successor)
                .body("status", equalTo("ADJUDICATED"))
                .body("lines[0].paidCents", equalTo(12_000))
                .body("lines[0].adjustedCents", equalTo(3_000)));
        get(claim).body("status", equalTo("REPLACED"), "lines[0].paidCents", equalTo(0));
    }

    @Test
    void correctsAReplacementBeforeItIsSent() {
        Map<String, Object> visit = visit(patient, provider, "99213", 15_000);
        adjudicated("PAYMENT", "4", 15_000, 0, 0);
        Eventually.asserted(() -> get(claim).body("status", equalTo("ADJUDICATED")));
        recode(visit).statusCode(409).body("code", equalTo("CLAIM_NOT_MENDABLE"));
        String successor = succeeded("replace");

        visit.put("lines", List.of(Practice.line("99214", 17_500)));
        recode(visit).statusCode(200).body("claimIds", contains(successor));

        get(successor)
                .body("status", equalTo("SCRUBBED"))
                .body("frequency", equalTo("7"))
                .body("chargeCents", equalTo(17_500))
                .body("lines.procedure", contains("99214"))
                .body("lines[0].lineControlNumber", equalTo(lineNumber));
        get(claim).body("status", equalTo("REPLACED"), "chargeCents", equalTo(15_000));
    }

    /** The next payer hears of the decision on the claim that is in force, in whichever order the rows stand. */
    @Test
    void tellsTheNextPayerWhatWasDecidedOnTheReplacement() {
        practice.coverage(patient, practice.payer(), 2);
        UUID paid = adjudicated("PAYMENT", "1", 15_000, 10_000, 2_000);
        String next = secondaries(1).getFirst();
        String successor = succeeded("replace");
        adjudicated(successor, "CORRECTION", "1", 15_000, 11_000, 1_500);
        reversed(claim, paid, 10_000, 2_000);
        Eventually.asserted(() -> get(claim).body("lines[0].paidCents", equalTo(0)));

        get(next).body("status", equalTo("SCRUBBED"));
        assertThat(forSubmission(next).otherPayers()).singleElement().satisfies(other -> {
            assertThat(other.adjudication()).isNotNull();
            assertThat(other.adjudication().paid()).isEqualTo(Money.ofCents(11_000));
        });
    }

    @Test
    void adjudicatesAVoidByTheReversalItAskedFor() {
        UUID paid = adjudicated("PAYMENT", "1", 15_000, 10_000, 0);
        Eventually.asserted(() -> get(claim).body("status", equalTo("ADJUDICATED")));
        String successor = succeeded("void");

        reversed(claim, paid, 10_000, 0);

        Eventually.asserted(() -> get(successor).body("status", equalTo("ADJUDICATED")));
        get(claim).body("status", equalTo("VOIDED"));
    }

    private ClaimForSubmission forSubmission(String id) {
        return context.as(
                new PracticeId("ash"),
                "test",
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> claims.forSubmission(List.of(UUID.fromString(id)))
                                .getFirst()));
    }

    private ValidatableResponse recode(Map<String, Object> visit) {
        return practice.as("biller")
                .body(visit)
                .put("/api/v1/encounters/{id}", encounter)
                .then();
    }

    private String succeeded(String command) {
        return practice.as("biller")
                .body(Map.of("reason", "as the payer asked"))
                .post("/api/v1/claims/{id}/" + command, claim)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> secondaries(int count) {
        List<String> ids = new ArrayList<>();
        Eventually.asserted(() -> {
            ids.clear();
            ids.addAll(practice.as("biller")
                    .get("/api/v1/claims?encounter=" + encounter)
                    .jsonPath()
                    .getList("items.findAll { it.rank == 2 }.id", String.class));
            assertThat(ids).hasSize(count);
        });
        return ids;
    }

    private ValidatableResponse get(String id) {
        return practice.as("biller").get("/api/v1/claims/{id}", id).then().statusCode(200);
    }

    private UUID adjudicated(String kind, String status, long charge, long paid, long patientOwes) {
        return adjudicated(claim, kind, status, charge, paid, patientOwes);
    }

    private UUID adjudicated(String id, String kind, String status, long charge, long paid, long patientOwes) {
        UUID answer = UuidV7.next();
        tell(decision(id, answer, kind, status, charge, paid, patientOwes));
        return answer;
    }

    private void reversed(String id, UUID answer, long paid, long patientOwes) {
        Map<String, Object> event = decision(id, UuidV7.next(), "REVERSAL", "22", -15_000, -paid, -patientOwes);
        event.put("reversedAnswerId", answer);
        tell(event);
    }

    private Map<String, Object> decision(
            String id, UUID answer, String kind, String status, long charge, long paid, long patientOwes) {
        Map<String, Object> event = new HashMap<>();
        event.put("answerId", answer);
        event.put("accountVersion", knownBy);
        event.put("remittanceId", UuidV7.next());
        event.put("claimId", id);
        event.put("encounterId", encounter);
        event.put("payerControlNumber", "ICN1");
        event.put("payerId", payer);
        event.put("kind", kind);
        event.put("statusCode", status);
        event.put("paymentDate", Practice.TODAY.toString());
        event.put("chargeCents", charge);
        event.put("paidCents", paid);
        event.put("patientResponsibilityCents", patientOwes);
        event.put("adjustments", List.of());
        List<Map<String, Object>> cas = new ArrayList<>();
        cas.add(Map.of("groupCode", "CO", "reasonCode", "45", "amountCents", charge - paid - patientOwes));
        if (patientOwes != 0) {
            cas.add(Map.of("groupCode", "PR", "reasonCode", "3", "amountCents", patientOwes));
        }
        event.put(
                "lines",
                List.of(Map.of(
                        "lineControlNumber", lineNumber,
                        "procedure", "99213",
                        "modifiers", List.of(),
                        "chargeCents", charge,
                        "paidCents", paid,
                        "adjustments", cas,
                        "remarkCodes", List.of())));
        return event;
    }

    private void tell(Map<String, Object> event) {
        practice.tell("payments.remittance", UUID.fromString(encounter), "payments.claim-adjudicated", event);
    }

    private void account(long version, long paid, long adjusted, long payerBalance, long patientBalance) {
        practice.tell(
                "payments.account",
                UUID.fromString(encounter),
                "payments.account-changed",
                Map.of(
                        "encounterId",
                        encounter,
                        "version",
                        version,
                        "patientId",
                        patient,
                        "payerBalanceCents",
                        payerBalance,
                        "patientBalanceCents",
                        patientBalance,
                        "claims",
                        List.of(Map.of(
                                "claimId", claim,
                                "accountVersion", version,
                                "payerId", payer,
                                "rank", 1,
                                "chargeCents", 15_000,
                                "paidCents", paid,
                                "adjustedCents", adjusted,
                                "payerBalanceCents", payerBalance))));
    }
}
