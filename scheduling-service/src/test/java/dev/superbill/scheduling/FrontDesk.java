package dev.superbill.scheduling;

import static io.restassured.RestAssured.given;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tests of this service do again and again. */
public final class FrontDesk {

    private FrontDesk() {}

    /** A request with the token of a local user. */
    public static RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user)).contentType(ContentType.JSON);
    }

    public static String patient(String lastName) {
        return """
                {"lastName": "%s", "firstName": "Ana", "birthDate": "1984-03-09", "sex": "F",
                 "address": {"line1": "12 Elm St", "city": "Albany", "state": "NY", "postalCode": "122070001"}}""".formatted(lastName);
    }

    /** Registers a patient of maple. */
    public static String registered(String lastName) {
        return as("frontdesk")
                .body(patient(lastName))
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Tells of a provider as staff-service does; the id can be used at once. */
    public static UUID provider() {
        return provider("maple");
    }

    /** {@link #provider()} of another practice. */
    public static UUID provider(String practice) {
        UUID id = UuidV7.next();
        TestEvents.publish(
                "staff.employee",
                id.toString(),
                "dev.superbill.staff.employee-changed.v1",
                practice,
                Map.of(
                        "employeeId",
                        id,
                        "version",
                        0,
                        "lastName",
                        "Okafor",
                        "firstName",
                        "Ngozi",
                        "treatsPatients",
                        true,
                        "active",
                        true));
        return id;
    }

    /** Tells of a provider's leave as staff-service does. */
    public static void leave(UUID provider, long version, List<Map<String, String>> unavailable) {
        TestEvents.publish(
                "staff.availability",
                provider.toString(),
                "dev.superbill.staff.availability-changed.v1",
                "maple",
                Map.of("employeeId", provider, "version", version, "unavailable", unavailable, "shifts", List.of()));
    }

    /** Tells of a payer as claims-service does. */
    public static UUID payer() {
        return payer("maple");
    }

    /** {@link #payer()} of another practice. */
    public static UUID payer(String practice) {
        UUID id = UuidV7.next();
        TestEvents.publish(
                "claims.payer",
                id.toString(),
                "dev.superbill.claims.payer-changed.v1",
                practice,
                Map.of("payerId", id, "version", 0, "name", "Evergreen Health"));
        return id;
    }

    public static String appointment(String patientId, UUID providerId, String start, String end) {
        return """
                {"patientId": "%s", "providerId": "%s", "start": "%s", "end": "%s", "reason": "Cough"}""".formatted(patientId, providerId, start, end);
    }
}
