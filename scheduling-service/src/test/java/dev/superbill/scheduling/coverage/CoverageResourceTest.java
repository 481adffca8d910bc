package dev.superbill.scheduling.coverage;

import static dev.superbill.scheduling.FrontDesk.as;
import static dev.superbill.scheduling.FrontDesk.payer;
import static dev.superbill.scheduling.FrontDesk.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "scheduling")
class CoverageResourceTest {

    @Test
    void entersACoverageAndTellsItInTheOrderOfThePatient() {
        String patient = registered("Insured");
        String id = enter(
                        patient,
                        CoverageRequest.EXAMPLE.replace("019a8f0e-7c1d-7000-8000-000000000003", payer().toString()))
                .statusCode(201)
                .body("relationship", equalTo("child"), "subscriber.address.city", equalTo("Albany"))
                .extract()
                .path("id");

        SentEvent sent = TestEvents.awaitSent(
                CoverageChanged.TOPIC,
                event -> event.payload().path("coverageId").asText().equals(id));
        assertThat(sent.key()).isEqualTo(patient);
        EventContracts.check(CoverageChanged.TYPE, sent.payload().toString());
    }

    @Test
    void keepsWhatThePatientHasNotSigned() {
        String id = enter(
                        registered("Unsigned"),
                        self(payer(), 1, "2026-01-01", null)
                                .replace("}", ", \"benefitsAssigned\": false, \"informationReleased\": false}"))
                .statusCode(201)
                .body("benefitsAssigned", equalTo(false), "informationReleased", equalTo(false))
                .extract()
                .path("id");
        SentEvent sent = TestEvents.awaitSent(
                CoverageChanged.TOPIC,
                event -> event.payload().path("coverageId").asText().equals(id));
        assertThat(sent.payload().path("benefitsAssigned").asBoolean(true)).isFalse();
        assertThat(sent.payload().path("informationReleased").asBoolean(true)).isFalse();
    }

    @Test
    void refusesTwoOfARankOnTheSameDays() {
        String patient = registered("Twice");
        UUID payer = payer();
        String first = enter(patient, self(payer, 1, "2026-01-01", null))
                .statusCode(201)
                .extract()
                .path("id");

        enter(patient, self(payer, 1, "2026-06-01", null)).statusCode(409).body("code", equalTo("COVERAGE_OVERLAPS"));
        enter(patient, self(payer, 2, "2026-06-01", null)).statusCode(201);
        as("frontdesk")
                .body(self(payer, 1, "2026-01-01", "2026-05-31"))
                .put("/api/v1/patients/" + patient + "/coverages/" + first)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        enter(patient, self(payer, 1, "2026-06-01", null)).statusCode(201);

        as("biller")
                .queryParam("on", "2026-05-31")
                .get("/api/v1/patients/" + patient + "/coverages")
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void refusesWhatCannotBe() {
        String patient = registered("Wrong");
        UUID payer = payer();

        enter(patient, self(payer, 1, "2026-06-01", "2026-01-01").replace("self", "spouse"))
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("effectiveTo", "subscriber"));
        enter(patient, self(payer, 4, "2026-06-01", null)).statusCode(400).body("errors.field", contains("rank"));
        enter(patient, self(payer, 1, "2026-06-01", null).replace("self", "cousin"))
                .statusCode(400)
                .body("errors.field", contains("relationship"));
        enter(patient, self(UuidV7.next(), 1, "2026-06-01", null))
                .statusCode(404)
                .body("errors.field", contains("payerId"));
        enter(UuidV7.next().toString(), self(payer, 1, "2026-06-01", null)).statusCode(404);
    }

    @Test
    void showsAnotherPracticeNothing() {
        String patient = registered("Hidden");
        UUID payer = payer();
        enter(patient, self(payer, 1, "2026-01-01", null)).statusCode(201);

        as("biller@cedar")
                .get("/api/v1/patients/" + patient + "/coverages")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse enter(String patient, String body) {
        return as("frontdesk")
                .body(body)
                .post("/api/v1/patients/" + patient + "/coverages")
                .then();
    }

    private static String self(UUID payer, int rank, String from, String to) {
        return """
                {"payerId": "%s", "memberId": "W1234", "rank": %d, "relationship": "self", "effectiveFrom": "%s", "effectiveTo": %s}""".formatted(payer, rank, from, to == null ? null : "\"" + to + "\"");
    }
}
