package dev.superbill.scheduling;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.phi.KeyRotation;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.RestingData;
import dev.superbill.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Goal: who a patient is rests sealed, is found all the same, and comes under a new key. */
@QuarkusTest
@Backed(service = "scheduling")
class SealedDataTest {

    private static final String PRACTICE = "sequoia";
    private static final List<String> WORDS =
            List.of("Quillfeather", "1984-03-09", "12 Elm St", "122070001", "W-778899", "Subscribson", "Cough");

    @Inject
    PracticeContext context;

    @Inject
    KeyRotation rotation;

    @Test
    void restsSealedAndComesUnderANewKey() throws SQLException {
        String patient = FrontDesk.as("frontdesk@" + PRACTICE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(FrontDesk.patient("Quillfeather"))
                .post("/api/v1/patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        FrontDesk.as("frontdesk@" + PRACTICE)
                .body("""
                        {"payerId": "%s", "memberId": "W-778899", "rank": 1, "relationship": "spouse", "effectiveFrom": "2020-01-01",
                         "subscriber": {"lastName": "Subscribson", "firstName": "Ana", "birthDate": "1984-03-09", "sex": "F",
                           "address": {"line1": "12 Elm St", "city": "Albany", "state": "NY", "postalCode": "122070001"}}}""".formatted(FrontDesk.payer(PRACTICE)))
                .post("/api/v1/patients/" + patient + "/coverages")
                .then()
                .statusCode(201);
        FrontDesk.as("frontdesk@" + PRACTICE)
                .body(FrontDesk.appointment(
                        patient, FrontDesk.provider(PRACTICE), "2026-12-01T14:00:00Z", "2026-12-01T14:20:00Z"))
                .post("/api/v1/appointments")
                .then()
                .statusCode(201);
        FrontDesk.as("frontdesk@" + PRACTICE)
                .get("/api/v1/patients?name=quill&birthDate=1984-03-09")
                .then()
                .body("items.id", contains(patient));
        FrontDesk.as("frontdesk@" + PRACTICE)
                .get("/api/v1/patients?name=uill")
                .then()
                .body("items", empty());

        RestingData before = RestingData.of("scheduling", PRACTICE, WORDS)
                .sealsAtLeast("appointment.reason", "coverage.details", "idempotency_key.body", "patient.details");

        context.run(new PracticeId(PRACTICE), "test", rotation.under(TestKeys.withNext())::rotatePracticeAtWork);

        RestingData.of("scheduling", PRACTICE, WORDS).hasFollowed(before);
    }
}
