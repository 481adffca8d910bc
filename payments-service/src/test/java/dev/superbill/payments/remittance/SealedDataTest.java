package dev.superbill.payments.remittance;

import static org.hamcrest.Matchers.hasItem;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.phi.KeyRotation;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.RestingData;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Goal: what remittances tell of patients rests sealed, and a new key takes over all of it. */
@QuarkusTest
@Backed(service = "payments")
class SealedDataTest extends Scenario {

    @Inject
    PracticeContext context;

    @Inject
    KeyRotation rotation;

    @Test
    void restsSealedAndComesUnderANewKey() throws SQLException {
        Visit visit = charged(new Visit(practice));
        Visit held = charged(new Visit(practice));
        TestEvents.publish(
                "scheduling.patient",
                visit.patientId.toString(),
                "dev.superbill.scheduling.patient-changed.v1",
                practice,
                Map.of("patientId", visit.patientId, "version", 1, "lastName", "Quillfeather", "firstName", "Jo"));
        send(Era.paying("142.60")
                .claim(held.clp("1", "190", "70", ""), "NM1*QC*1*QUILLFEATHER*JO****MI*" + held.member, "CAS*CO*45*100")
                .claim(visit.paid()));
        Eventually.asserted(() -> as("manager")
                .get("/api/v1/reports/aging?by=patient")
                .then()
                .body("items.name", hasItem("Quillfeather, Jo")));
        decide("accept");
        List<String> words = List.of("Quillfeather", visit.member, held.member);

        RestingData before = RestingData.of("payments", practice, words)
                .sealsAtLeast(
                        "claim_account.coverages",
                        "patient.name",
                        "posting_exception.decision",
                        "receivable.member_id",
                        "remittance_chunk.bytes",
                        "remittance_claim.content");

        context.run(new PracticeId(practice), "test", rotation.under(TestKeys.withNext())::rotatePracticeAtWork);

        RestingData.of("payments", practice, words).hasFollowed(before);
    }
}
