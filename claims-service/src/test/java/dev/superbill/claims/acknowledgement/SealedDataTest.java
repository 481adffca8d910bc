package dev.superbill.claims.acknowledgement;

import static org.hamcrest.Matchers.equalTo;

import dev.superbill.claims.submission.Office;
import dev.superbill.claims.submission.PartnerServer;
import dev.superbill.claims.submission.SentFile;
import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.phi.KeyRotation;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.RestingData;
import dev.superbill.testing.TestKeys;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Goal: what a claim tells of a patient rests sealed, and a new key takes over all of it. */
@QuarkusTest
@Backed(service = "claims")
@WithTestResource(value = PartnerServer.class, scope = TestResourceScope.GLOBAL)
class SealedDataTest {

    private static final String PRACTICE = "sequoia";
    private static final List<String> WORDS =
            List.of("Quillfeather", "1980-02-03", "19800203", "knee brace", "PA-7001");

    @ConfigProperty(name = PartnerServer.PORT)
    int port;

    @ConfigProperty(name = PartnerServer.HOST_KEY)
    String hostKey;

    @Inject
    PracticeContext context;

    @Inject
    KeyRotation rotation;

    @Test
    void restsSealedAndComesUnderANewKey() throws SQLException {
        Office office = new Office(PRACTICE, "ACME9");
        UUID partner = office.partner("ANSWER01", port, hostKey);
        UUID claim = office.claim(
                office.patient("Quillfeather"),
                "99213",
                Map.of("priorAuthorizationNumber", "PA-7001"),
                Map.of("description", "knee brace"));
        String encounter = office.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .extract()
                .path("encounterId");
        office.as("biller")
                .get("/api/v1/encounters/{id}", encounter)
                .then()
                .body("priorAuthorizationNumber", equalTo("PA-7001"))
                .body("lines[0].description", equalTo("knee brace"));
        String batch = office.as("biller")
                .body(Map.of("tradingPartnerId", partner))
                .post("/api/v1/batches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        office.awaitStatus(claim, "SENT");
        SentFile sent = SentFile.read(
                office.as("biller").get("/api/v1/batches/{id}/x12", batch).asByteArray());
        // one asks for a person, the other rejects the claim with a reason
        for (String category : List.of("A4", "A7")) {
            office.as("biller")
                    .contentType("application/edi-x12")
                    .body(sent.answer("PR", 0, category))
                    .post("/api/v1/acknowledgements")
                    .then()
                    .statusCode(201);
        }

        RestingData before = RestingData.of("claims", PRACTICE, WORDS)
                .sealsAtLeast(
                        "acknowledgement.findings",
                        "acknowledgement_claim.note",
                        "acknowledgement_x12.content",
                        "batch_claim.x12",
                        "batch_x12.content",
                        "claim.content",
                        "claim_history.reason",
                        "encounter.coding",
                        "follow_up.detail",
                        "known_coverage.details",
                        "known_patient.details");

        context.run(new PracticeId(PRACTICE), "test", rotation.under(TestKeys.withNext())::rotatePracticeAtWork);

        RestingData.of("claims", PRACTICE, WORDS).hasFollowed(before);
    }
}
