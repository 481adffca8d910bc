package dev.superbill.staff.leave;

import static dev.superbill.staff.Office.as;
import static dev.superbill.staff.Office.entered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class AvailabilityTest {

    private static final String TOPIC = "staff.availability";
    private static final String TYPE = "dev.superbill.staff.availability-changed.v1";

    @Test
    void tellsLeaveWhenItIsApprovedAndTakesItBackWhenItIsCancelled() {
        String employee = entered();
        String leave = ask(employee, "2099-12-24", "2099-12-28")
                .statusCode(201)
                .body("status", equalTo("REQUESTED"))
                .extract()
                .path("id");

        take(leave, "approve").statusCode(200).body("history[1].to", equalTo("APPROVED"));
        SentEvent approved = told(employee, 0);
        EventContracts.check(TYPE, approved.payload().toString());
        assertThat(approved.payload().at("/unavailable/0/from").asText()).isEqualTo("2099-12-24T05:00:00Z");
        assertThat(approved.payload().at("/unavailable/0/to").asText()).isEqualTo("2099-12-29T05:00:00Z");

        take(leave, "cancel").statusCode(200);
        assertThat(told(employee, 1).payload().path("unavailable")).isEmpty();
        take(leave, "approve")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"), "detail", containsString("CANCELLED"));
    }

    @Test
    void refusesLeaveThatOverlapsAnother() {
        String employee = entered();
        String first = ask(employee, "2099-07-01", "2099-07-14")
                .statusCode(201)
                .extract()
                .path("id");

        ask(employee, "2099-07-14", "2099-07-20").statusCode(409).body("code", equalTo("LEAVE_OVERLAPS"));
        ask(employee, "2099-07-15", "2099-07-20").statusCode(201);
        take(first, "refuse").statusCode(200);
        ask(employee, "2099-07-01", "2099-07-05").statusCode(201);
        as("frontdesk")
                .queryParam("employee", employee)
                .queryParam("date", "2099-07-15")
                .get("/api/v1/leaves")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void tellsShiftsAndRefusesTwoAtOnce() {
        String employee = entered();
        String shift = plan(employee, "2099-03-02T08:00:00-05:00", "2099-03-02T16:00:00-05:00")
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(told(employee, 0).payload().at("/shifts/0/start").asText()).isEqualTo("2099-03-02T13:00:00Z");

        plan(employee, "2099-03-02T15:00:00-05:00", "2099-03-02T20:00:00-05:00")
                .statusCode(409)
                .body("code", equalTo("SHIFT_OVERLAPS"));
        plan(employee, "2099-03-02T16:00:00-05:00", "2099-03-02T15:00:00-05:00")
                .statusCode(400)
                .body("errors.field", contains("end"));
        as("provider")
                .queryParam("date", "2099-03-02")
                .queryParam("employee", employee)
                .get("/api/v1/shifts")
                .then()
                .statusCode(200)
                .body("items.id", contains(shift));
        as("manager").delete("/api/v1/shifts/" + shift).then().statusCode(204);
        assertThat(told(employee, 1).payload().path("shifts")).isEmpty();
    }

    @Test
    void followsThePracticesZone() {
        String employee = as("hr@aspen")
                .body(dev.superbill.staff.Office.provider(
                        dev.superbill.staff.Office.npi().value()))
                .post("/api/v1/providers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        TestEvents.publish(
                "claims.practice",
                "aspen",
                "dev.superbill.claims.practice-changed.v1",
                "aspen",
                Map.of("version", 1, "name", "Aspen", "timeZone", "America/Denver"));

        Eventually.asserted(() -> {
            String leave = as("hr@aspen")
                    .body(leave(employee, "2099-12-24", "2099-12-24"))
                    .post("/api/v1/leaves")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            as("hr@aspen").post("/api/v1/leaves/" + leave + "/approve").then().statusCode(200);
            boolean denver = TestEvents.sent(TOPIC).stream()
                    .anyMatch(event -> event.key().equals(employee)
                            && event.payload()
                                    .at("/unavailable/0/from")
                                    .asText()
                                    .equals("2099-12-24T07:00:00Z"));
            as("hr@aspen").post("/api/v1/leaves/" + leave + "/cancel").then().statusCode(200);
            assertThat(denver).isTrue();
        });
    }

    @Test
    void keepsCredentialsAndTellsThem() {
        String employee = entered();
        String body = """
                {"employeeId": "%s", "kind": "LICENSE", "number": "298411", "state": "NY", "validFrom": "2024-07-01", "validTo": "%s"}""";
        String id = as("hr").body(body.formatted(employee, "2027-06-30"))
                .post("/api/v1/credentials")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("hr").header("If-Match", "\"0\"")
                .body(body.formatted(employee, "2030-06-30"))
                .put("/api/v1/credentials/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        SentEvent sent = TestEvents.awaitSent(
                "staff.credential",
                event -> event.key().equals(id)
                        && event.payload().path("version").asLong() == 1);
        EventContracts.check(
                "dev.superbill.staff.credential-changed.v1", sent.payload().toString());
        as("hr").body(body.formatted(employee, "2020-06-30"))
                .post("/api/v1/credentials")
                .then()
                .statusCode(400)
                .body("errors.field", contains("validTo"));
        as("hr").body(body.formatted(UuidV7.next(), "2027-06-30"))
                .post("/api/v1/credentials")
                .then()
                .statusCode(404);
        as("manager")
                .queryParam("employee", employee)
                .queryParam("expiringBefore", "2030-07-01")
                .get("/api/v1/credentials")
                .then()
                .body("items.id", contains(id));
    }

    private static ValidatableResponse ask(String employee, String from, String to) {
        return as("hr").body(leave(employee, from, to)).post("/api/v1/leaves").then();
    }

    private static String leave(String employee, String from, String to) {
        return """
                {"employeeId": "%s", "kind": "VACATION", "from": "%s", "to": "%s"}""".formatted(employee, from, to);
    }

    private static ValidatableResponse plan(String employee, String start, String end) {
        return as("manager")
                .body("""
                        {"employeeId": "%s", "start": "%s", "end": "%s"}""".formatted(employee, start, end))
                .post("/api/v1/shifts")
                .then();
    }

    private static ValidatableResponse take(String leave, String step) {
        return as("manager").post("/api/v1/leaves/" + leave + "/" + step).then();
    }

    private static SentEvent told(String employee, long version) {
        return TestEvents.awaitSent(
                TOPIC,
                event -> event.key().equals(employee)
                        && event.payload().path("version").asLong() == version);
    }
}
