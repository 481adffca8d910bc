package dev.superbill.claims.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.superbill.claims.submission.Office;
import dev.superbill.claims.submission.PartnerServer;
import dev.superbill.claims.submission.SentFile;
import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
@WithTestResource(value = PartnerServer.class, scope = TestResourceScope.GLOBAL)
class AcknowledgementTest {

    private static final String X12 = "application/edi-x12";

    @ConfigProperty(name = PartnerServer.PORT)
    int port;

    @ConfigProperty(name = PartnerServer.HOST_KEY)
    String hostKey;

    @ConfigProperty(name = PartnerServer.HOMES)
    Path homes;

    @Inject
    AnswerWatch watch;

    @Inject
    PracticeContext context;

    @Test
    void rejectsAllClaimsOfAnInterchangeThatWasNotReceivedAndLetsThemBeSentAgain() {
        Office office = new Office("aspen", "ACME5");
        UUID partner = office.partner("ANSWER01", port, hostKey);
        UUID claim = office.cleanClaims(1).getFirst();
        UUID batch = batch(office, partner);
        office.awaitStatus(claim, "SENT");
        SentFile first = sent(office, batch);

        upload(office, first.interchange("A"))
                .statusCode(201)
                .body("kind", equalTo("TA1"))
                .body("outcome", equalTo("ACCEPTED"))
                .body("moved.size()", equalTo(0));
        upload(office, first.interchange("R"))
                .body("outcome", equalTo("REJECTED"))
                .body("moved.claimId", contains(claim.toString()))
                .body("moved[0].from", equalTo("SENT"))
                .body("moved[0].to", equalTo("REJECTED"));
        office.as("biller").get("/api/v1/batches/{id}", batch).then().body("status", equalTo("REJECTED"));
        office.as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .body("history[-1].reason", equalTo("TA1 R, note 025"));
    }

    @Test
    void asksAPersonWhereAnAnswerDecidesNothingAndKeepsWhatMatchesNothing() {
        Office office = new Office("cherry", "ACME6");
        UUID partner = office.partner("ANSWER01", port, hostKey);
        UUID claim = office.cleanClaims(1).getFirst();
        UUID batch = batch(office, partner);
        office.awaitStatus(claim, "SENT");
        SentFile sent = sent(office, batch);

        // an answer of a later hop may come first
        upload(office, sent.answer("AY", 0, "A2")).body("moved[0].to", equalTo("ACCEPTED"));
        upload(office, sent.syntax("A")).body("moved.size()", equalTo(0)).body("recorded.size()", equalTo(1));
        upload(office, sent.answer("PR", 0, "A4")).body("moved.size()", equalTo(0));
        String task = office.as("biller")
                .get("/api/v1/acknowledgements/follow-ups")
                .then()
                .statusCode(200)
                .body("items.kind", contains("CLAIM_NOT_FOUND"))
                .body("items.claimId", contains(claim.toString()))
                .extract()
                .path("items[0].id");
        office.as("biller")
                .body(Map.of("reason", "called the payer"))
                .post("/api/v1/acknowledgements/follow-ups/{id}/close", task)
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"));
        office.as("biller")
                .post("/api/v1/acknowledgements/follow-ups/{id}/close", task)
                .then()
                .statusCode(409);
        upload(office, sent.answer("PR", 0, "A7"))
                .body("moved[0].from", equalTo("ACCEPTED"))
                .body("moved[0].to", equalTo("REJECTED"));

        String foreign = new String(sent.interchange("R"), StandardCharsets.US_ASCII)
                .replaceAll("TA1\\*\\d{9}", "TA1*000999999");
        upload(office, foreign.getBytes(StandardCharsets.US_ASCII))
                .statusCode(201)
                .body("moved.size()", equalTo(0))
                .body("unmatched.reference", hasItem("000999999"));
        office.as("auditor")
                .get("/api/v1/acknowledgements")
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("TA1", "999", "277CA"));
    }

    @Test
    void takesFromASharedFolderOnlyAnswersToItsOwnSubmissions() throws IOException, SQLException {
        Office elm = new Office("elm", "ACME7");
        Office ash = new Office("ash", "ACME8");
        UUID partner = elm.partner("SHARED02", port, hostKey);
        ash.partner("SHARED02", port, hostKey);
        UUID claim = elm.cleanClaims(1).getFirst();
        UUID batch = batch(elm, partner);
        elm.awaitStatus(claim, "SENT");

        Path inbound = homes.resolve("SHARED02/inbound");
        Files.writeString(inbound.resolve("half.x12.part"), "ISA*");
        Files.writeString(inbound.resolve("readme.txt"), "hello");
        Path half = inbound.resolve("ack.tmp");
        Files.write(half, sent(elm, batch).syntax("A"));
        Files.move(half, inbound.resolve("ack.x12"));

        elm.awaitStatus(claim, "RECEIVED");
        Eventually.asserted(() -> assertThat(seen("ash")).contains("ack.x12 OTHER_PRACTICE", "readme.txt REFUSED"));
        assertThat(seen("elm")).contains("ack.x12 KEPT").noneMatch(name -> name.startsWith("half"));
        // nothing tells whose the file is that cannot be read: who shares the folder does not get its bytes
        String refused = ash.as("biller")
                .get("/api/v1/acknowledgements")
                .then()
                .body("items.outcome", contains("UNREADABLE"))
                .body("items.fileName", contains("readme.txt"))
                .extract()
                .path("items[0].id");
        ash.as("biller")
                .get("/api/v1/acknowledgements/{id}/x12", refused)
                .then()
                .statusCode(404);
        assertThat(inbound.resolve("ack.x12")).exists();
    }

    @Test
    void keepsAndRefusesWhatNobodyCanRead() throws IOException {
        Office office = new Office("yew", "ACME10");
        office.partner("ODD01", port, hostKey);
        // an ISA of 105 characters: neither an answer nor a remittance
        byte[] content = ("ISA*00*          *00*          *ZZ*PAYER          *ZZ*ODD01         *261102*1200*^*00501*"
                        + "000000001*0*P*:~GS*HP*PAYER*ODD01*20261102*1200*1*X*005010X221A1~")
                .getBytes(StandardCharsets.US_ASCII);
        Path inbound = homes.resolve("ODD01/inbound");
        Files.write(inbound.resolve("odd.tmp"), content);
        Files.move(inbound.resolve("odd.tmp"), inbound.resolve("odd.835"));

        Eventually.asserted(() -> office.as("biller")
                .get("/api/v1/acknowledgements/follow-ups")
                .then()
                .body("items.kind", contains("UNREADABLE_FILE")));
        String id =
                office.as("biller").get("/api/v1/acknowledgements/follow-ups").path("items[0].acknowledgementId");
        office.as("biller")
                .get("/api/v1/acknowledgements/{id}", id)
                .then()
                .body("outcome", equalTo("UNREADABLE"))
                .body("fileName", equalTo("odd.835"))
                .body("fault", containsString("ISA"));
        assertThat(office.as("biller")
                        .get("/api/v1/acknowledgements/{id}/x12", id)
                        .asByteArray())
                .isEqualTo(content);
    }

    @Test
    void noticesAnswersThatDoNotCome() throws SQLException {
        Office office = new Office("larch", "ACME9");
        UUID partner = office.partner("SILENT01", port, hostKey);
        List<UUID> claims = office.cleanClaims(2);
        UUID batch = batch(office, partner);
        claims.forEach(claim -> office.awaitStatus(claim, "SENT"));
        look();
        office.as("biller").get("/api/v1/acknowledgements/follow-ups").then().body("items.size()", equalTo(0));

        update(
                "larch",
                "update batch set sent_at = sent_at - interval '40 days', version = version + 1 where id = '" + batch
                        + "'");
        look();
        look();
        office.as("biller")
                .get("/api/v1/acknowledgements/follow-ups")
                .then()
                .body("items.kind.sort()", equalTo(List.of("NO_277CA", "NO_277CA", "NO_999")));

        SentFile sent = sent(office, batch);
        upload(office, sent.syntax("A"));
        upload(office, sent.answer("PR", 0, "A2", 1, "A2"));
        office.as("biller").get("/api/v1/acknowledgements/follow-ups").then().body("items.size()", equalTo(0));
        update(
                "larch",
                "update batch_claim set accepted_at = accepted_at - interval '40 days' where batch_id = '" + batch
                        + "'");
        look();
        office.as("biller")
                .get("/api/v1/acknowledgements/follow-ups")
                .then()
                .body("items.kind", equalTo(List.of("NO_835", "NO_835")));

        UUID decided = claims.getFirst();
        TestEvents.publish(
                "payments.remittance",
                decided.toString(),
                "dev.superbill.payments.claim-adjudicated.v1",
                "larch",
                Map.of(
                        "answerId",
                        UUID.randomUUID(),
                        "remittanceId",
                        UUID.randomUUID(),
                        "claimId",
                        decided,
                        "kind",
                        "PAYMENT",
                        "statusCode",
                        "1",
                        "paymentDate",
                        "2026-11-20",
                        "chargeCents",
                        12_500,
                        "paidCents",
                        12_500,
                        "patientResponsibilityCents",
                        0));
        office.awaitStatus(decided, "ADJUDICATED");
        look();
        office.as("biller")
                .get("/api/v1/acknowledgements/follow-ups")
                .then()
                .body("items.claimId", contains(claims.getLast().toString()));
    }

    private void look() {
        context.run(new PracticeId("larch"), "test", watch::watch);
    }

    private static ValidatableResponse upload(Office office, byte[] content) {
        return office.as("biller")
                .contentType(X12)
                .body(content)
                .post("/api/v1/acknowledgements")
                .then();
    }

    private static SentFile sent(Office office, UUID batch) {
        return SentFile.read(
                office.as("biller").get("/api/v1/batches/{id}/x12", batch).asByteArray());
    }

    private static UUID batch(Office office, UUID partner) {
        return UUID.fromString(office.as("biller")
                .body(Map.of("tradingPartnerId", partner))
                .post("/api/v1/batches")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
    }

    private static List<String> seen(String practice) throws SQLException {
        try (Connection connection = TestDatabase.of("claims").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.practice', '" + practice + "', true)");
            try (ResultSet row = statement.executeQuery(
                    "select coalesce(array_agg(name || ' ' || outcome), '{}') from inbound_file")) {
                row.next();
                return List.of((String[]) row.getArray(1).getArray());
            }
        }
    }

    private static void update(String practice, String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("claims").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.practice', '" + practice + "', true)");
            assertThat(statement.executeUpdate(sql)).isPositive();
            connection.commit();
        }
    }
}
