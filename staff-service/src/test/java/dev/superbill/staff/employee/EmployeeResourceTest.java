package dev.superbill.staff.employee;

import static dev.superbill.staff.Office.as;
import static dev.superbill.staff.Office.entered;
import static dev.superbill.staff.Office.npi;
import static dev.superbill.staff.Office.provider;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class EmployeeResourceTest {

    @Test
    void entersAProviderAndTellsIt() {
        String npi = npi().value();
        String id = as("billing-manager")
                .body(provider(npi))
                .post("/api/v1/providers")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("npi", equalTo(npi), "taxonomy", equalTo("207Q00000X"), "active", equalTo(true))
                .extract()
                .path("id");

        SentEvent sent =
                TestEvents.awaitSent(EmployeeChanged.TOPIC, event -> event.key().equals(id));
        EventContracts.check(EmployeeChanged.TYPE, sent.payload().toString());
        assertThat(sent.payload().path("treatsPatients").asBoolean()).isTrue();
        as("frontdesk")
                .get("/api/v1/providers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("lastName", equalTo("Okafor"));
        as("frontdesk").queryParam("npi", npi).get("/api/v1/providers").then().body("items.id", contains(id));
    }

    @Test
    void refusesAnNpiWithAWrongCheckDigit() {
        as("hr").body(provider("1234567890"))
                .post("/api/v1/providers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains("npi"));
    }

    @Test
    void refusesAnNpiThatAnotherEmployeeHasButNotThatOfAnotherPractice() {
        String npi = npi().value();
        as("hr").body(provider(npi)).post("/api/v1/providers").then().statusCode(201);

        as("hr").body(provider(npi))
                .post("/api/v1/providers")
                .then()
                .statusCode(409)
                .body("code", equalTo("NPI_TAKEN"));
        as("hr@cedar").body(provider(npi)).post("/api/v1/providers").then().statusCode(201);
    }

    @Test
    void namesEveryFieldThatIsMissing() {
        as("hr").body("{\"lastName\": \" \"}")
                .post("/api/v1/providers")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("npi", "taxonomy", "lastName", "firstName"));
    }

    @Test
    void hiresAnEmployeeWhoTreatsNobodyAndNotesTheLeaving() {
        String id = as("manager")
                .body(EmployeeRequest.EXAMPLE)
                .post("/api/v1/employees")
                .then()
                .statusCode(201)
                .body("npi", nullValue(), "active", equalTo(true))
                .extract()
                .path("id");
        as("manager").get("/api/v1/providers/" + id).then().statusCode(404);

        as("manager")
                .header("If-Match", "\"0\"")
                .body(EmployeeRequest.EXAMPLE.replace("\"phone\"", "\"active\": false, \"phone\""))
                .put("/api/v1/employees/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("active", equalTo(false));
        as("manager")
                .header("If-Match", "\"0\"")
                .body(EmployeeRequest.EXAMPLE)
                .put("/api/v1/employees/" + id)
                .then()
                .statusCode(412);
        SentEvent sent = TestEvents.awaitSent(
                EmployeeChanged.TOPIC,
                event -> event.key().equals(id)
                        && event.payload().path("version").asLong() == 1);
        assertThat(sent.payload().path("active").asBoolean(true)).isFalse();
    }

    @Test
    void entersOnceForAnIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String body = provider(npi().value());
        String first = as("hr").header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/providers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as("hr").header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/providers")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @Test
    void showsAnotherPracticeNothing() {
        String id = entered();

        as("biller@cedar").get("/api/v1/providers/" + id).then().statusCode(404);
        as("biller@cedar").get("/api/v1/employees/" + id).then().statusCode(404);
        as("biller@cedar")
                .queryParam("limit", 500)
                .get("/api/v1/providers")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void leaksNothingWhereAFilterIsForgotten() throws SQLException {
        entered();

        try (Connection connection = TestDatabase.of("staff").connect();
                Statement statement = connection.createStatement()) {
            assertThat(count(statement)).isZero();
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.practice', 'birch', true)");
            assertThat(count(statement)).isZero();
            statement.execute("select set_config('app.practice', 'maple', true)");
            assertThat(count(statement)).isPositive();
        }
    }

    @Test
    void isolatesEveryTableThatHoldsRowsOfAPractice() throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet open = statement.executeQuery("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where a.attname = 'practice_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                          and not c.relforcerowsecurity and c.relname not like 'outbox%'
                          and c.relname not in ('consumed_event', 'practice_seen')
                        """)) {
            assertThat(open.next()).isFalse();
        }
    }

    @Test
    void letsOnlyTheRightRolesIn() {
        given().contentType(ContentType.JSON).get("/api/v1/providers").then().statusCode(401);
        as("frontdesk")
                .body(provider(npi().value()))
                .post("/api/v1/providers")
                .then()
                .statusCode(403);
        as("biller")
                .body(EmployeeRequest.EXAMPLE)
                .post("/api/v1/employees")
                .then()
                .statusCode(403);
        as("auditor").get("/api/v1/employees").then().statusCode(200);
        as("auditor").get("/api/v1/credentials").then().statusCode(200);
        as("biller").get("/api/v1/credentials").then().statusCode(403);
    }

    @Test
    void describesItselfWithExamples() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/api/v1/providers", "/api/v1/leaves", "/api/v1/shifts"))
                .body(
                        "paths.'/api/v1/providers'.post.requestBody.content.'application/json'.example.npi",
                        notNullValue());
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from employee")) {
            row.next();
            return row.getInt(1);
        }
    }
}
