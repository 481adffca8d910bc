package dev.superbill.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed
@WithTestResource(Upstream.class)
class GatewayTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void asksForATokenBeforeAnythingElse() {
        given().get("/api/v1/claims")
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/v1/no-such-thing").then().statusCode(401);
        given().contentType("text/nonsense")
                .body("x")
                .post("/api/v1/encounters")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer nonsense")
                .get("/api/v1/ops/lag")
                .then()
                .statusCode(401);
    }

    @Test
    void answersNotFoundWithAProblemForAnUnknownPath() {
        as("biller").get("/api/v1/no-such-thing").then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void passesRequestsOnWithTokenAndHost() {
        Upstream.answer("/api/v1/payers", 200, "{\"items\": [], \"next\": null}");

        as("biller")
                .header("Forwarded", "host=elsewhere.example")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("X-Forwarded-Port", "1")
                .get("/api/v1/payers?limit=5")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));

        assertThat(Upstream.HEADERS.get("/api/v1/payers"))
                .containsKey("authorization")
                .doesNotContainKeys("forwarded", "x-forwarded-port")
                .hasEntrySatisfying("x-forwarded-host", host -> assertThat(host).contains(":"));
    }

    @Test
    void streamsAnUploadLargerThanItWouldKeep() {
        Upstream.answer("/api/v1/remittances", 201, "{\"id\": \"1\"}");
        long bytes = 48L << 20;

        as("biller")
                .contentType("application/edi-x12")
                .body(zeros(bytes))
                .post("/api/v1/remittances")
                .then()
                .statusCode(201);

        assertThat(Upstream.BYTES).containsEntry("/api/v1/remittances", bytes);
    }

    @Test
    void keepsTheListsOfBillingForThoseWhoBill() {
        Upstream.answer("/api/v1/claims", 200, "{\"items\": []}");

        as("biller").get("/api/v1/claims").then().statusCode(200);
        as("frontdesk")
                .get("/api/v1/claims")
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", equalTo("FORBIDDEN"));
        as("provider").get("/api/v1/encounters?status=OPEN").then().statusCode(403);
    }

    @Test
    void tellsThatAServiceIsAway() {
        IntStream.range(0, 12)
                .forEach(i -> as("hr").get("/api/v1/employees")
                        .then()
                        .statusCode(503)
                        .contentType(PROBLEM)
                        .header("Retry-After", "2")
                        .body("code", equalTo("SERVICE_UNAVAILABLE")));
    }

    @Test
    void tellsThatAServiceIsEnding() {
        Upstream.ANSWERS.put("/api/v1/exceptions", new Upstream.Answer(503, "", ""));

        as("billing-manager")
                .get("/api/v1/exceptions")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "2")
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    @Test
    void tellsThatABodyIsTooLarge() {
        Upstream.ANSWERS.put("/api/v1/remittances", new Upstream.Answer(413, "", ""));

        as("biller")
                .contentType("application/edi-x12")
                .body(new byte[] {73, 83, 65})
                .post("/api/v1/remittances")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @Test
    void composesAnAccountOfThreeServices() {
        String id = UUID.randomUUID().toString();
        Upstream.answer("/api/v1/patients/" + id, 200, "{\"id\": \"" + id + "\"}");
        Upstream.answer("/api/v1/patients/" + id + "/coverages", 200, "{\"items\": [{\"rank\": 1}]}");
        Upstream.answer("/api/v1/appointments", 200, "{\"items\": [{\"status\": \"BOOKED\"}]}");
        Upstream.answer("/api/v1/claims", 200, "{\"items\": [{\"id\": \"c\"}]}");
        Upstream.answer("/api/v1/accounts/patients/" + id, 200, "{\"payerCents\": 19000, \"patientCents\": 4300}");

        as("biller")
                .get("/api/v1/patients/{id}/account", id)
                .then()
                .statusCode(200)
                .body("patient.id", equalTo(id))
                .body("coverages", hasSize(1))
                .body("visits", hasSize(1))
                .body("claims", hasSize(1))
                .body("balance.payerCents", equalTo(19000))
                .body("balance.patientCents", equalTo(4300))
                .body("missing", hasSize(0));
        as("ops")
                .get("/api/v1/patients/{id}/account", id)
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
        as("biller")
                .get("/api/v1/patients/{id}/account", UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @Test
    void showsAWorkDayWithoutThePartThatIsAway() {
        Upstream.answer("/api/v1/appointments", 200, "{\"items\": [{\"status\": \"BOOKED\"}]}");
        Upstream.answer("/api/v1/claims", 200, "{\"items\": []}");
        Upstream.answer("/api/v1/encounters", 200, "{\"items\": []}");
        Upstream.answer("/api/v1/exceptions", 403, "{}");

        as("frontdesk")
                .get("/api/v1/work-day?date=2026-11-24")
                .then()
                .statusCode(200)
                .body("date", equalTo("2026-11-24"))
                .body("appointments", hasSize(1))
                .body("missing", hasItem("staff"))
                .body("queues.name", hasItem("claims held"))
                .body("queues.name", not(hasItem("remittance exceptions")));
        as("frontdesk")
                .get("/api/v1/work-day?date=tomorrow")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors[0].field", equalTo("date"));
    }

    @Test
    void mergesTheDocumentsOfTheServicesThatAnswer() {
        Upstream.answer("/q/openapi", 200, """
                {"paths": {"/api/v1/claims": {"get": {"operationId": "list", "security": [{"SecurityScheme": ["biller"]}], "responses": {"200": {"content":
                {"application/json": {"schema": {"$ref": "#/components/schemas/Claim"}}}}}}}},
                "components": {"schemas": {"Claim": {"type": "object"}}}}""");

        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/claims"))
                .body("paths.'/api/v1/claims'.get.security[0].bearer", hasItems("biller"))
                .body("paths", hasKey("/api/v1/work-day"))
                .body("paths.'/api/v1/work-day'.get.security[0].bearer", hasItems("provider", "auditor"))
                .body("paths.'/api/v1/work-day'.get.responses.'503'", hasKey("content"))
                .body("paths.'/api/v1/ops/lag'.get.responses.'200'.content", hasKey("application/json"))
                .body(
                        "paths.'/api/v1/ops/lag'.get.responses.'200'.content.'application/json'.example.items[0].lag",
                        equalTo(1))
                .body("components.schemas", hasKey("claims.Claim"))
                .body("x-missing", hasItem("staff"));
        given().accept("application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml");
        given().get("/q/health").then().statusCode(200);
    }

    @Test
    void refusesWhoAsksTooOften() {
        RequestSpecification eager =
                given().header("Authorization", "Bearer " + Tokens.of("eager", "maple", java.util.List.of("biller")));
        Upstream.answer("/api/v1/payers", 200, "{\"items\": [], \"next\": null}");

        boolean refused = IntStream.range(0, 500)
                .map(i -> eager.get("/api/v1/payers").statusCode())
                .anyMatch(status -> status == 429);

        assertThat(refused).isTrue();
    }

    @Test
    void listsDeadLettersWithoutTheirPayloadAndPutsThemBack() {
        String key = UUID.randomUUID().toString();
        String dead = "dead-letter.claims.test.origin." + key.substring(0, 8);
        String origin = "origin." + key.substring(0, 8);
        TestEvents.publishRaw(
                dead,
                key,
                "secret payload",
                Map.of(
                        "ce_type",
                        "dev.superbill.test.v1",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_practiceid",
                        "maple",
                        "dead-letter-topic",
                        origin,
                        "dead-letter-partition",
                        "1",
                        "dead-letter-offset",
                        "7",
                        "dead-letter-reason",
                        "secret reason",
                        "dead-letter-exception-class-name",
                        "java.lang.IllegalStateException"));
        TestEvents.sent(origin);

        String id = as("ops")
                .get("/api/v1/ops/dead-letters")
                .then()
                .statusCode(200)
                .body("items.find { it.topic == '" + dead + "' }.key", equalTo(key))
                .body("items.find { it.topic == '" + dead + "' }.origin.offset", equalTo(7))
                .body("items.find { it.topic == '" + dead + "' }.cause", equalTo("java.lang.IllegalStateException"))
                .extract()
                .path("items.find { it.topic == '" + dead + "' }.id");
        assertThat(as("ops").get("/api/v1/ops/dead-letters").asString()).doesNotContain("secret");
        as("biller").get("/api/v1/ops/dead-letters").then().statusCode(403);

        as("ops")
                .contentType(ContentType.JSON)
                .body(Map.of("ids", java.util.List.of(id)))
                .post("/api/v1/ops/dead-letters/{topic}/replay", dead)
                .then()
                .statusCode(200)
                .body("replayed", equalTo(1));

        Eventually.asserted(() -> assertThat(TestEvents.sent(origin))
                .filteredOn(event -> event.key().equals(key))
                .hasSize(1));
        as("ops").get("/api/v1/ops/dead-letters").then().body("items.find { it.topic == '" + dead + "' }", nullValue());
        as("ops")
                .post("/api/v1/ops/dead-letters/{topic}/replay", dead)
                .then()
                .statusCode(200)
                .body("replayed", equalTo(0));
        as("ops")
                .post("/api/v1/ops/dead-letters/{topic}/replay", "dead-letter.nothing")
                .then()
                .statusCode(404);
    }

    @Test
    void measuresLagByGroupTopicAndPartition() {
        String topic = "lag." + UUID.randomUUID();
        TestEvents.publish(topic, "k", "dev.superbill.test.v1", "maple", Map.of());
        TestEvents.commitAtBeginning("claims.lagging", topic);

        as("ops")
                .get("/api/v1/ops/lag")
                .then()
                .statusCode(200)
                .body("items.findAll { it.topic == '" + topic + "' }.lag.sum()", equalTo(1))
                .body("items.findAll { it.topic == '" + topic + "' }.group", hasItems("claims.lagging"))
                .body(
                        "items.find { it.topic == '" + topic + "' && it.lag == 1 }.oldestUnreadAgeMillis",
                        greaterThanOrEqualTo(0));
    }

    @Test
    void tellsPrometheusOfLagAndDeadLetters() {
        String topic = "measured." + UUID.randomUUID();
        String dead = "dead-letter.claims.measured." + topic;
        TestEvents.publish(topic, "k", "dev.superbill.test.v1", "maple", Map.of());
        TestEvents.commitAtBeginning("claims.measured", topic);
        TestEvents.publish(dead, "k", "dev.superbill.test.v1", "maple", Map.of());

        Eventually.asserted(() -> assertThat(given().get("/q/metrics").asString())
                .containsPattern("superbill_consumer_lag\\{[^}]*group=\"claims.measured\"[^}]*topic=\"" + topic
                        + "\"[^}]*} 1\\.0")
                .containsPattern("superbill_dead_letters\\{[^}]*topic=\"" + dead + "\"[^}]*} 1\\.0"));
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user));
    }

    /** So many zero bytes, made as they are read. */
    private static InputStream zeros(long bytes) {
        return new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(length, left);
                java.util.Arrays.fill(buffer, offset, offset + read, (byte) 0);
                left -= read;
                return read;
            }
        };
    }
}
