package dev.superbill.scheduling.patient;

import static dev.superbill.scheduling.FrontDesk.as;
import static dev.superbill.scheduling.FrontDesk.patient;
import static dev.superbill.scheduling.FrontDesk.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.superbill.kernel.UuidV7;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Backed(service = "scheduling")
class PatientResourceTest {

    @Test
    void registersAPatientAndTellsIt() {
        String id = as("frontdesk")
                .body(PatientRequest.EXAMPLE)
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .header("ETag", "\"0\"")
                .body("lastName", equalTo("Rivera"), "address.postalCode", equalTo("122070001"))
                .extract()
                .path("id");

        SentEvent sent =
                TestEvents.awaitSent(PatientChanged.TOPIC, event -> event.key().equals(id));
        assertThat(sent.type()).isEqualTo(PatientChanged.TYPE);
        assertThat(sent.practice()).isEqualTo("maple");
        EventContracts.check(PatientChanged.TYPE, sent.payload().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lastName|'lastName': ' ', 'firstName': 'Ana', 'birthDate': '1984-03-09'",
                "birthDate|'lastName': 'Rivera', 'firstName': 'Ana', 'birthDate': '2999-01-01'",
                "birthDate|'lastName': 'Rivera', 'firstName': 'Ana', 'birthDate': '09.03.1984'",
                "firstName|'lastName': 'Rivera', 'firstName': 'A\\u0000na', 'birthDate': '1984-03-09'",
                "sex|'lastName': 'Rivera', 'firstName': 'Ana', 'birthDate': '1984-03-09', 'sex': 'X'"
            })
    void refusesWhatIsMalformedAndNamesTheField(String faultAndBody) {
        String[] parts = faultAndBody.split("\\|", 2);
        String address = "'address': {'line1': '12 Elm St', 'city': 'Albany', 'state': 'NY', 'postalCode': '12207'}";

        as("frontdesk")
                .body(("{" + parts[1] + ", " + address + "}").replace('\'', '"'))
                .post("/api/v1/patients")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(parts[0]));
    }

    @Test
    void namesFieldsOfTheAddress() {
        as("frontdesk")
                .body(patient("Rivera").replace("122070001", "1220"))
                .post("/api/v1/patients")
                .then()
                .statusCode(400)
                .body("errors.field", contains("address.postalCode"));
    }

    @Test
    void refusesAGuarantorWhoIsNoPatient() {
        as("frontdesk")
                .body(patient("Rivera").replace("\"sex\"", "\"guarantorId\": \"" + UuidV7.next() + "\", \"sex\""))
                .post("/api/v1/patients")
                .then()
                .statusCode(422)
                .body("code", equalTo("GUARANTOR_UNKNOWN"), "errors.field", contains("guarantorId"));
    }

    @Test
    void refusesAChangeToAnOlderVersion() {
        String id = registered("Stale");
        as("frontdesk")
                .header("If-Match", "\"0\"")
                .body(patient("Married"))
                .put("/api/v1/patients/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("lastName", equalTo("Married"));

        as("frontdesk")
                .header("If-Match", "\"0\"")
                .body(patient("Other"))
                .put("/api/v1/patients/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void registersOnceForAnIdempotencyKey() {
        String key = UUID.randomUUID().toString();
        String first = as("frontdesk")
                .header("Idempotency-Key", key)
                .body(patient("Once"))
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        as("frontdesk")
                .header("Idempotency-Key", key)
                .body(patient("Once"))
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
        as("frontdesk")
                .header("Idempotency-Key", key)
                .body(patient("Twice"))
                .post("/api/v1/patients")
                .then()
                .statusCode(422);
    }

    @Test
    void findsByTheBeginningOfNamesPageByPage() {
        String one = registered("Zwi_ebel");
        String two = registered("Zwi_ebeling");
        registered("Zwixebel");

        String next = as("biller")
                .queryParam("name", "zwi_e")
                .queryParam("limit", 1)
                .get("/api/v1/patients")
                .then()
                .statusCode(200)
                .body("items.id", contains(one))
                .extract()
                .path("next");
        as("biller")
                .queryParam("name", "zwi_e")
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/api/v1/patients")
                .then()
                .body("items.id", contains(two), "next", equalTo(null));
        as("biller")
                .queryParam("name", "ana zwi_ebeling")
                .queryParam("birthDate", "1984-03-09")
                .get("/api/v1/patients")
                .then()
                .body("items.id", contains(two));
    }

    @Test
    void showsAnotherPracticeNothing() {
        String id = registered("Hidden");

        as("biller@cedar").get("/api/v1/patients/" + id).then().statusCode(404);
        as("biller@cedar")
                .body(patient("X"))
                .put("/api/v1/patients/" + id)
                .then()
                .statusCode(404);
        as("biller@cedar")
                .queryParam("limit", 500)
                .get("/api/v1/patients")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void leaksNothingWhereAFilterIsForgotten() throws SQLException {
        registered("Forgotten");
        TestDatabase database = TestDatabase.of("scheduling");

        try (Connection connection = database.connect();
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
        try (Connection connection = TestDatabase.of("scheduling").connectAsSuperuser();
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
        given().contentType(ContentType.JSON).get("/api/v1/patients").then().statusCode(401);
        as("ops").get("/api/v1/patients").then().statusCode(403);
        as("hr").get("/api/v1/patients").then().statusCode(403);
        as("auditor").get("/api/v1/patients").then().statusCode(200);
        as("auditor").body(patient("X")).post("/api/v1/patients").then().statusCode(403);
        as("billing-manager").get("/api/v1/patients").then().statusCode(200);
    }

    @Test
    void writesWhoHasReadAPatient() throws SQLException {
        String id = registered("Watched");
        as("auditor").get("/api/v1/patients/" + id).then().statusCode(200);

        try (Connection connection = TestDatabase.of("scheduling").connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select actor from access_log where path = '/api/v1/patients/" + id + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("auditor");
        }
    }

    @Test
    void answersBadRequestToAQueryThatIsNone() {
        as("biller").queryParam("cursor", "%%%").get("/api/v1/patients").then().statusCode(400);
        as("biller").queryParam("limit", 501).get("/api/v1/patients").then().statusCode(400);
        as("biller").get("/api/v1/patients/not-a-uuid").then().statusCode(404);
    }

    @Test
    void describesItselfWithExamples() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems("/api/v1/patients", "/api/v1/appointments", "/api/v1/schedules/{providerId}"))
                .body(
                        "paths.'/api/v1/patients'.post.requestBody.content.'application/json'.example.lastName",
                        equalTo("Rivera"))
                .body(
                        "paths.'/api/v1/patients'.get.responses.'200'.content.'application/json'.example.items.lastName",
                        contains("Rivera"))
                .body(
                        "paths.'/api/v1/appointments'.post.responses.'409'.content.'application/problem+json'.example.code",
                        equalTo("SLOT_TAKEN"));
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from patient")) {
            row.next();
            return row.getInt(1);
        }
    }
}
