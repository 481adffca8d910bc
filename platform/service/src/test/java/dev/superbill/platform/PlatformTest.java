package dev.superbill.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class PlatformTest {

    private static final String NOTE_CHANGED = "dev.superbill.platform.note-changed.v1";

    @Inject
    NoteConsumer consumer;

    @Test
    void carriesAnEventFromTheTransactionToTheConsumerWithItsPractice() {
        String text = "note " + UUID.randomUUID();

        String id = as("biller")
                .body(Map.of("text", text))
                .post("/api/v1/notes")
                .jsonPath()
                .getString("id");

        SentEvent sent =
                TestEvents.awaitSent("platform.note", event -> event.key().equals(id));
        assertThat(sent.type()).isEqualTo(NOTE_CHANGED);
        assertThat(sent.practice()).isEqualTo("maple");
        assertThat(sent.payload().path("text").asText()).isEqualTo(text);
        Eventually.asserted(() -> assertThat(consumer.applied()).contains("maple:" + text));
    }

    @Test
    void appliesARedeliveredEventOnce() {
        String text = "once " + UUID.randomUUID();
        String last = "last " + UUID.randomUUID();
        UUID id = UuidV7.next();
        for (int i = 0; i < 3; i++) {
            TestEvents.publish("platform.note", "k", NOTE_CHANGED, "maple", Map.of("id", "1", "text", text), id);
        }
        TestEvents.publish("platform.note", "k", NOTE_CHANGED, "maple", Map.of("id", "1", "text", last));

        Eventually.asserted(() -> assertThat(consumer.applied()).contains("maple:" + last));
        assertThat(consumer.applied()).filteredOn(("maple:" + text)::equals).hasSize(1);
    }

    @Test
    void parksPoisonAndGoesOn() {
        String after = "after " + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        TestEvents.publish("platform.note", key, NOTE_CHANGED, "maple", "{\"id\": 1, \"text\": ");
        TestEvents.publishRaw("platform.note", key, "no headers", Map.of());
        TestEvents.publish("platform.note", key, NOTE_CHANGED, "maple", Map.of("id", "1", "text", after));

        Eventually.asserted(() -> assertThat(consumer.applied()).contains("maple:" + after));
        Eventually.asserted(() -> assertThat(TestEvents.sent("dead-letter.staff.note.platform.note"))
                .filteredOn(event -> event.key().equals(key))
                .hasSize(2));
    }

    @Test
    void showsNoRowOfAnotherPracticeEvenWithoutAFilter() throws SQLException {
        String id = as("biller")
                .body(Map.of("text", "of maple"))
                .post("/api/v1/notes")
                .jsonPath()
                .getString("id");

        as("biller@cedar").get("/api/v1/notes/{id}", id).then().statusCode(404);
        as("biller").get("/api/v1/notes/{id}", id).then().statusCode(200);
        assertThat(count("select count(*) from note", null)).isZero();
        assertThat(count("select count(*) from note where id = '" + id + "'", "cedar"))
                .isZero();
        assertThat(count("select count(*) from note where id = '" + id + "'", "maple"))
                .isOne();
        assertThatThrownBy(() -> count(
                        "with i as (insert into note values (gen_random_uuid(), 'maple', 0, '') returning 1) select count(*) from i",
                        "cedar"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void givesTheFirstAnswerToARepeatedKey() {
        String key = UUID.randomUUID().toString();
        Map<String, String> body = Map.of("text", "kept once");

        String first = as("biller")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/notes")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");
        String second = as("biller")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/notes")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");

        assertThat(second).isEqualTo(first);
        as("biller")
                .header("Idempotency-Key", key)
                .body(Map.of("text", "another"))
                .post("/api/v1/notes")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("KEY_REUSED"));
        as("biller@cedar")
                .header("Idempotency-Key", key)
                .body(Map.of("text", "another"))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);
    }

    @Test
    void pagesThroughAListWithoutMissingOrRepeating() {
        for (int i = 0; i < 5; i++) {
            as("biller@birch")
                    .body(Map.of("text", "page " + i))
                    .post("/api/v1/notes")
                    .then()
                    .statusCode(201);
        }
        String next = as("biller@birch")
                .get("/api/v1/notes?limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .extract()
                .path("next");
        as("biller@birch")
                .get("/api/v1/notes?limit=3&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", nullValue());
        as("biller@birch")
                .get("/api/v1/notes?limit=501")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"));
        as("biller@birch").get("/api/v1/notes?cursor=~").then().statusCode(400);
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        as("biller")
                .body(Map.of("text", " "))
                .post("/api/v1/notes")
                .then()
                .log()
                .all()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("text"));
        as("biller")
                .body("{\"text\": [1]}")
                .post("/api/v1/notes")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("text"));
        as("biller")
                .body("{\"text\": ")
                .post("/api/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
        as("biller").get("/api/v1/notes?limit=many").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        as("biller").get("/api/v1/notes/no-uuid").then().statusCode(404);
        as("biller")
                .get("/api/v1/notes/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("instance", notNullValue());
        given().get("/api/v1/notes").then().statusCode(401).contentType("application/problem+json");
        as("hr").get("/api/v1/notes").then().statusCode(403).contentType("application/problem+json");
        given().header("Authorization", "Bearer " + Tokens.of("x", "maple", List.of("biller")) + "x")
                .get("/api/v1/notes")
                .then()
                .statusCode(401);
    }

    @Test
    void logsWhoReadAPatientsData() throws SQLException {
        String id = as("biller")
                .body(Map.of("text", "read me"))
                .post("/api/v1/notes")
                .jsonPath()
                .getString("id");
        as("biller").get("/api/v1/notes/{id}", id).then().statusCode(200);

        assertThat(count(
                        "select count(*) from access_log where actor = 'biller' and action = 'read note' and path = '/api/v1/notes/"
                                + id + "'",
                        "maple"))
                .isOne();
        assertThatThrownBy(
                        () -> count("with d as (delete from access_log returning 1) select count(*) from d", "maple"))
                .isInstanceOf(SQLException.class);
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user)).contentType(ContentType.JSON);
    }

    private static long count(String sql, String practice) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (practice != null) {
                statement.execute("select set_config('app.practice', '" + practice + "', true)");
            }
            try (ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
