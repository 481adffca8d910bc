package dev.superbill.claims.encounter;

import static dev.superbill.claims.Practice.TODAY;
import static dev.superbill.claims.Practice.line;
import static dev.superbill.claims.Practice.visit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.claims.Practice;
import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
class EncounterResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Practice practice = new Practice("oak");
    private UUID payer;
    private UUID provider;
    private UUID patient;

    @BeforeEach
    void opensThePractice() {
        practice.bills();
        payer = practice.payer();
        provider = practice.provider();
        patient = practice.patient();
    }

    @Test
    void billsAVisitToThePrimaryCoverageAndTellsOfIt() {
        practice.coverage(patient, payer, 1);
        Map<String, Object> visit = visit(patient, provider, "99213", 15_000);
        visit.put("lines", List.of(line("99213", 15_000), line("81002", 4_000)));
        visit.put("cliaNumber", "47D0987654");

        String claim = practice.bill(visit);

        practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("SCRUBBED"))
                .body("edits", empty())
                .body("payerId", equalTo(payer.toString()))
                .body("rank", equalTo(1))
                .body("frequency", equalTo("1"))
                .body("chargeCents", equalTo(19_000))
                .body("paidCents", equalTo(0))
                .body("payerControlNumber", nullValue())
                .body("lines", hasSize(2))
                .body("lines[1].procedure", equalTo("81002"))
                .body("lines[1].units", equalTo(1))
                .body("history.to", contains("DRAFT", "SCRUBBED"))
                .body("history[0].by", equalTo("biller@oak"));
        SentEvent sent = TestEvents.awaitSent(
                "claims.claim",
                event -> event.payload().path("claimId").asText().equals(claim));
        EventContracts.check(sent.type(), sent.payload().toString());
        assertThat(sent.key()).isEqualTo(sent.payload().path("encounterId").asText());
        assertThat(sent.payload().path("coverages")).hasSize(1);
    }

    @Test
    void takesTheSameVisitOnce() {
        practice.coverage(patient, payer, 1);
        Map<String, Object> visit = visit(patient, provider, "99213", 15_000);
        String first = practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(200)
                .body("id", equalTo(first))
                .body("claimIds", hasSize(1));
    }

    @Test
    void holdsAClaimUntilItsCoverageArrives() {
        String claim = practice.bill(visit(patient, provider, "99213", 15_000));
        practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("HELD"))
                .body("payerId", nullValue())
                .body("edits.code", hasItem("COVERAGE_MISSING"));

        practice.coverage(patient, payer, 1);

        Eventually.asserted(() -> practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("SCRUBBED"))
                .body("payerId", equalTo(payer.toString()))
                .body("history.to", contains("DRAFT", "HELD", "SCRUBBED")));
    }

    @Test
    void followsTheCoverageUntilItIsSent() {
        UUID coverage = UuidV7.next();
        practice.coverage(coverage, 0, patient, payer, 2, "W1");
        String claim = practice.bill(visit(patient, provider, "99213", 15_000));
        awaitPayer(claim, payer);

        UUID replacing = practice.payer();
        practice.coverage(coverage, 1, patient, replacing, 2, "W2");
        awaitPayer(claim, replacing);

        UUID primary = practice.payer();
        practice.coverage(patient, primary, 1);
        awaitPayer(claim, primary);
    }

    private void awaitPayer(String claim, UUID billed) {
        Eventually.asserted(() -> practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("SCRUBBED"), "payerId", equalTo(billed.toString())));
    }

    @Test
    void holdsFaultyCodingAndLetsItGoWhenMended() {
        practice.coverage(patient, payer, 1);
        Map<String, Object> visit = visit(patient, provider, "9921", 15_000);
        visit.put("diagnoses", List.of("E11.9", "E11.9"));
        String claim = practice.bill(visit);
        String encounter = practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("HELD"))
                .body("edits.code", contains("DIAGNOSIS_DUPLICATE", "PROCEDURE_INVALID"))
                .body("edits[1].field", equalTo("lines[0].procedure"))
                .body("edits[1].severity", equalTo("ERROR"))
                .body("edits[1].action", notNullValue())
                .extract()
                .path("encounterId");

        visit.put("diagnoses", List.of("E11.9"));
        visit.put("lines", List.of(line("99214", 18_000)));
        practice.as("biller")
                .body(visit)
                .put("/api/v1/encounters/{id}", encounter)
                .then()
                .statusCode(200)
                .body("claimIds", contains(claim));

        practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("SCRUBBED"))
                .body("edits", empty())
                .body("chargeCents", equalTo(18_000));
        practice.as("biller").post("/api/v1/claims/{id}/scrub", claim).then().statusCode(200);
    }

    @Test
    void findsTheServiceThatWasBilledBefore() {
        practice.coverage(patient, payer, 1);
        practice.bill(visit(patient, provider, "99213", 15_000));
        String second = practice.bill(visit(patient, provider, "99213", 15_000));
        practice.as("biller")
                .get("/api/v1/claims/{id}", second)
                .then()
                .body("status", equalTo("HELD"))
                .body("edits.code", contains("DUPLICATE_CLAIM"));
    }

    @Test
    void obeysLicences() {
        practice.coverage(patient, payer, 1);
        UUID license = UuidV7.next();
        practice.license(provider, license, 1, Practice.TODAY.minusDays(1));
        Eventually.asserted(() -> practice.as("biller")
                .get("/api/v1/claims/{id}", practice.bill(visit(patient, provider, "99213", 15_000)))
                .then()
                .body("edits.code", hasItem("LICENSE_EXPIRED")));
        practice.license(provider, license, 2, Practice.TODAY.plusYears(1));
        practice.license(provider, license, 1, Practice.TODAY.minusDays(1));
        Eventually.asserted(() -> practice.as("biller")
                .get("/api/v1/claims?status=SCRUBBED&patient=" + patient)
                .then()
                .body("items", hasSize(1)));
    }

    @Test
    void splitsMoreThanFiftyLines() {
        practice.coverage(patient, payer, 1);
        Map<String, Object> visit = visit(patient, provider, "99213", 100);
        visit.put("lines", Collections.nCopies(60, line("99213", 100)));
        practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(201)
                .body("claimIds", hasSize(2));
    }

    @Test
    void billsNobodyWhenThePatientPays() {
        Map<String, Object> visit = visit(patient, provider, "99213", 15_000);
        visit.put("selfPay", true);
        String encounter = practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(201)
                .body("claimIds", empty())
                .extract()
                .path("id");
        SentEvent charged = selfPayCharged(encounter, 15_000);
        EventContracts.check(charged.type(), charged.payload().toString());
        assertThat(charged.key()).isEqualTo(encounter);

        // a coverage has turned up after all: the patient is charged no more, the payer is billed
        visit.put("selfPay", false);
        practice.coverage(patient, payer, 1);
        practice.as("biller")
                .body(visit)
                .put("/api/v1/encounters/{id}", encounter)
                .then()
                .statusCode(200)
                .body("selfPay", equalTo(false))
                .body("claimIds", hasSize(1));
        assertThat(selfPayCharged(encounter, 0).payload().path("version").asLong())
                .isGreaterThan(charged.payload().path("version").asLong());
    }

    private static SentEvent selfPayCharged(String encounter, long cents) {
        return TestEvents.awaitSent(
                "claims.claim",
                event -> event.type().equals(SelfPayCharged.TYPE)
                        && event.payload().path("encounterId").asText().equals(encounter)
                        && event.payload().path("chargeCents").asLong() == cents);
    }

    @Test
    void keepsTheCircumstancesOfAVisitAndNamesTheFieldOfAFault() {
        practice.coverage(patient, payer, 1);
        Map<String, Object> visit = visit(patient, provider, "99223", 15_000);
        visit.putAll(Map.of(
                "placeOfService", "21",
                "referringProvider", Map.of("npi", "1234567893", "lastName", "Okafor"),
                "serviceFacility",
                        Map.of(
                                "name",
                                "Mercy Hospital",
                                "address",
                                Map.of(
                                        "line1", "1 Hospital Drive",
                                        "city", "Burlington",
                                        "state", "VT",
                                        "postalCode", "054011111")),
                "priorAuthorizationNumber", "PA-1",
                "accident", Map.of("causes", List.of("AUTO"), "date", TODAY.toString(), "state", "VT"),
                "onsetDate", TODAY.toString(),
                "patientPaidCents", 2_500));
        String claim = practice.bill(visit);
        practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("HELD"))
                .body("edits.code", contains("ADMISSION_DATE_MISSING"));

        visit.put("hospitalization", Map.of("admissionDate", TODAY.toString()));
        String encounter = practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .extract()
                .path("encounterId");
        practice.as("biller")
                .body(visit)
                .put("/api/v1/encounters/{id}", encounter)
                .then()
                .statusCode(200)
                .body("referringProvider.npi", equalTo("1234567893"))
                .body("serviceFacility.address.postalCode", equalTo("054011111"))
                .body("accident.causes", contains("AUTO"))
                .body("hospitalization.admissionDate", equalTo(TODAY.toString()))
                .body("patientPaidCents", equalTo(2_500));
        practice.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("status", equalTo("SCRUBBED"))
                .body("edits", empty());

        visit.put("patientPaidCents", -1);
        visit.put("referringProvider", Map.of("lastName", "Okafor"));
        visit.put("accident", Map.of("causes", List.of(), "state", "Vermont"));
        practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "patientPaidCents", "referringProvider.npi", "accident.causes", "accident.state"));
        visit.put("accident", Map.of("causes", List.of("FALL")));
        practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("accident.causes[0]"));
    }

    @Test
    void saysWhatIsWrongWithABody() {
        Map<String, Object> visit = visit(patient, provider, "99213", 15_000);
        visit.put("diagnoses", Collections.nCopies(13, "E11.9"));
        Map<String, Object> line = line("99213", 15_000);
        line.put("units", 0);
        visit.put("lines", List.of(line));
        practice.as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("diagnoses", "lines[0].units"));
        practice.as("biller")
                .body(visit(UUID.randomUUID(), provider, "99213", 15_000))
                .post("/api/v1/encounters")
                .then()
                .statusCode(404)
                .body("code", equalTo("PATIENT_UNKNOWN"))
                .body("errors[0].field", equalTo("patientId"));
        practice.as("biller")
                .body("{\"chargeCents\": 1.5, \"lines\": [{\"chargeCents\": 1.5}]}")
                .post("/api/v1/encounters")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("lines[0].chargeCents"));
    }

    @Test
    void takesThousandsInLineByLine() throws Exception {
        practice.coverage(patient, payer, 1);
        practice.bill(visit(patient, provider, "99499", 100));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            lines.add(JSON.writeValueAsString(visit(patient, provider, "J" + (1_000 + i), 100 + i)));
        }
        lines.set(7, "{\"externalId\": ");
        lines.set(8, JSON.writeValueAsString(visit(UUID.randomUUID(), provider, "99213", 1)));
        lines.set(9, lines.get(10));
        lines.set(11, "{}");

        String answers = given().header("Authorization", Tokens.bearer("biller@oak"))
                .contentType("application/x-ndjson")
                .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/encounters")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();

        List<JsonNode> read = new ArrayList<>();
        for (String answer : answers.split("\n")) {
            read.add(JSON.readTree(answer));
        }
        assertThat(read).hasSize(450);
        assertThat(read)
                .extracting(node -> node.path("line").asInt())
                .isSorted()
                .startsWith(1);
        assertThat(read.get(0).path("id").asText()).isNotEmpty();
        assertThat(read.get(7).at("/problem/code").asText()).isEqualTo("MALFORMED_JSON");
        assertThat(read.get(8).at("/problem/code").asText()).isEqualTo("PATIENT_UNKNOWN");
        assertThat(read.get(9).path("id")).isEqualTo(read.get(10).path("id"));
        assertThat(read.get(11).at("/problem/errors").size()).isPositive();
        assertThat(read.stream().filter(node -> node.has("id"))).hasSize(447);
        practice.as("biller")
                .get("/api/v1/encounters/{id}", read.get(449).path("id").asText())
                .then()
                .body("status", equalTo("CODED"))
                .body("claimIds", hasSize(1));
    }

    @Test
    void opensAnEncounterForACheckedOutAppointment() {
        practice.coverage(patient, payer, 1);
        UUID appointment = UuidV7.next();
        for (String status : List.of("CHECKED_IN", "CHECKED_OUT", "CHECKED_OUT")) {
            practice.tell(
                    "scheduling.appointment",
                    appointment,
                    "scheduling.appointment-changed",
                    Map.of(
                            "appointmentId", appointment,
                            "version", 3,
                            "patientId", patient,
                            "providerId", provider,
                            "date", Practice.TODAY.toString(),
                            "status", status));
        }
        List<String> open = new ArrayList<>();
        Eventually.asserted(() -> {
            open.clear();
            open.addAll(practice.as("biller")
                    .get("/api/v1/encounters?status=OPEN&limit=500")
                    .jsonPath()
                    .getList("items.findAll { it.externalId == 'appointment:" + appointment + "' }.id", String.class));
            assertThat(open).hasSize(1);
        });
        practice.as("biller")
                .body(visit(patient, provider, "99213", 15_000))
                .put("/api/v1/encounters/{id}", open.getFirst())
                .then()
                .statusCode(200)
                .body("status", equalTo("CODED"))
                .body("claimIds", hasSize(1));
    }

    @Test
    void showsNothingToAnotherPractice() throws SQLException {
        practice.coverage(patient, payer, 1);
        String claim = practice.bill(visit(patient, provider, "99213", 15_000));
        Practice other = new Practice("elm");
        other.as("biller").get("/api/v1/claims/{id}", claim).then().statusCode(404);
        other.as("biller").get("/api/v1/payers/{id}", payer).then().statusCode(404);
        other.as("biller").get("/api/v1/claims?patient=" + patient).then().body("items", empty());
        try (Connection connection = TestDatabase.of("claims").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.practice', 'elm', true)");
            for (String table : List.of(
                    "claim",
                    "claim_history",
                    "encounter",
                    "payer",
                    "known_patient",
                    "known_coverage",
                    "known_provider",
                    "known_credential",
                    "billing_identity")) {
                try (ResultSet rows =
                        statement.executeQuery("select count(*) from " + table + " where practice_id <> 'elm'")) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void letsOnlyBillersBill() {
        Map<String, Object> visit = visit(patient, provider, "99213", 15_000);
        practice.as("frontdesk").body(visit).post("/api/v1/encounters").then().statusCode(403);
        practice.as("auditor").body(visit).post("/api/v1/encounters").then().statusCode(403);
        practice.as("ops").get("/api/v1/claims").then().statusCode(403);
        given().contentType("application/json")
                .body("{")
                .post("/api/v1/encounters")
                .then()
                .statusCode(401);
        practice.as("auditor").get("/api/v1/claims").then().statusCode(200);
    }
}
