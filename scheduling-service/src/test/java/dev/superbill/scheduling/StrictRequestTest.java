package dev.superbill.scheduling;

import static dev.superbill.scheduling.FrontDesk.as;
import static dev.superbill.scheduling.FrontDesk.patient;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service does with requests that are not as they should be; this one stands for all. */
@QuarkusTest
@Backed(service = "scheduling")
class StrictRequestTest {

    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lastName|{'lastName': 'a\\u0000b', ",
                "lastName|{'lastName': 'a\\ud800', ",
                "lastName|{'lastName': 'Rivera\\u202egpj', ",
                "lastName|{'lastName': 'Rivera\\u0085', ",
                "lastName|{'lastName': {'x': 1}, ",
                "birthDate|{'birthDate': '-99999999-01-01', ",
                "birthDate|{'birthDate': '+10000-01-01', ",
                "birthDate|{'birthDate': '2026-02-30', ",
                "birthDate|{'birthDate': [2026, 1, 1], ",
                "birthDate|{'birthDate': 20260101, ",
                "sex|{'sex': 1, ",
                "sex|{'sex': 'X', ",
                "body|{'lastName': 'a', 'lastName': 'b', ",
                "guarantorId|{'guarantorId': '../../etc/passwd', ",
            })
    void namesTheFieldThatIsWrong(String field, String beginning) {
        problem(beginning.replace('\'', '"') + "\"firstName\": \"Ana\"}", 400).body("errors.field", notNullValue());
        problem(whole(beginning.replace('\'', '"')), 400).body("errors[0].field", equalTo(field));
    }

    /** A patient who is right but for the first field. */
    private static String whole(String beginning) {
        String field = beginning.substring(2, beginning.indexOf('"', 2));
        String rest = patient("Rivera").replaceAll("\"" + field + "\": (\"[^\"]*\"), ", "");
        return beginning + rest.substring(rest.indexOf('"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{", "{} {}", "17", "\"text\"", "{\"lastName\": NaN}", "{'a': 1}", "\u0000"})
    void refusesWhatIsNoObject(String body) {
        problem(body, 400);
    }

    @Test
    void refusesDeepAndLongBodiesWithoutKeepingThem() {
        problem("{\"x\": " + "[".repeat(2_000), 400);
        problem("{\"x\": \"" + "a".repeat(2 << 20) + "\"}", 413).body("code", equalTo("BODY_TOO_LARGE"));
        problem("{\"lastName\": \"" + "a".repeat(2 << 20) + "\"}", 413).body("code", equalTo("BODY_TOO_LARGE"));
        problem("{\"x\": 1" + "0".repeat(5_000) + "}", 400);
    }

    @Test
    void takesNoCompressedBodies() {
        as("frontdesk")
                .header("Content-Encoding", "gzip")
                .body(new byte[] {31, -117, 8, 0})
                .post("/api/v1/patients")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", equalTo("CONTENT_ENCODING_UNSUPPORTED"));
    }

    /** Found out only when the answer is written, it would be answered with 500 after everything was done. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "application/"})
    void readsWhatTheCallerAcceptsBeforeItDoesAnything(String accepted) {
        as("frontdesk")
                .header("Accept", accepted)
                .get("/api/v1/patients")
                .then()
                .statusCode(oneOf(400, 406))
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/patients?name=%00",
                "/api/v1/patients?birthDate=%2B999999999-12-31",
                "/api/v1/appointments?date=%2B999999999-12-31",
                "/api/v1/appointments?date=0000-01-01",
                "/api/v1/appointments?patient=%00",
                "/api/v1/appointments?cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5WnwwMTlhOGYwZS03YzFkLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE",
                "/api/v1/patients?limit=501",
                "/api/v1/patients?limit=99999999999",
            })
    void refusesQueriesThatCannotBeMeant(String address) {
        given().urlEncodingEnabled(false)
                .header("Authorization", Tokens.bearer("frontdesk"))
                .get(address)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void asksForTheTokenBeforeItLooksAtTheRest() {
        given().contentType(ContentType.JSON)
                .body("x")
                .post("/api/v1/patients")
                .then()
                .statusCode(401);
        as("ops").body("{").post("/api/v1/patients").then().statusCode(403);
    }

    @Test
    void saysNothingOfItsInsides() {
        as("frontdesk")
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/patients")
                .then()
                .statusCode(415)
                .body("detail", containsString("Content-Type"));
        as("frontdesk").delete("/api/v1/patients").then().statusCode(405).body("detail", containsString("method"));
        problem("{\"birthDate\": \"1984-03-99\"}", 400)
                .body("detail", not(containsString("java")))
                .body("detail", not(containsString("1984")));
    }

    @Test
    void tellsBrowsersToKeepAndRunNothing() {
        as("frontdesk")
                .get("/api/v1/patients")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Strict-Transport-Security", nullValue());
        as("frontdesk")
                .header("Origin", "https://elsewhere.example")
                .options("/api/v1/patients")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse problem(String body, int status) {
        return as("frontdesk")
                .body(body)
                .post("/api/v1/patients")
                .then()
                .statusCode(status)
                .contentType(PROBLEM);
    }
}
