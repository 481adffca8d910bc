package dev.superbill.claims.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.superbill.claims.claim.Claims;
import dev.superbill.claims.claim.CleanClaim;
import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import dev.superbill.x12.claim.ProfessionalClaim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
@WithTestResource(value = PartnerServer.class, scope = TestResourceScope.GLOBAL)
class SubmissionTest {

    private static final String X12 = "application/edi-x12";

    @ConfigProperty(name = PartnerServer.PORT)
    int port;

    @ConfigProperty(name = PartnerServer.HOST_KEY)
    String hostKey;

    @ConfigProperty(name = PartnerServer.HOMES)
    Path homes;

    @Inject
    Claims claims;

    @Inject
    SubmissionNumbers numbers;

    @Inject
    PracticeContext context;

    @Test
    void sendsABatchWholeAndMovesItsClaimsByWhatComesBack() throws IOException {
        Office office = new Office("maple", "ACME1");
        UUID partner = office.partner("MAPLE01", port, hostKey);
        List<UUID> claims = office.cleanClaims(3);
        SentEvent told = TestEvents.awaitSent(
                "claims.trading-partner", event -> event.key().equals(partner.toString()));
        EventContracts.check(told.type(), told.payload().toString());

        UUID batch = batch(office, partner);
        claims.forEach(claim -> office.awaitStatus(claim, "SENT"));

        var view = office.as("biller")
                .get("/api/v1/batches/{id}", batch)
                .then()
                .statusCode(200)
                .extract();
        Path file = homes.resolve("MAPLE01/outbound").resolve(view.<String>path("fileName"));
        byte[] sent = Files.readAllBytes(file);
        assertThat(sent).isEqualTo(x12(office, "/api/v1/batches/" + batch + "/x12"));
        assertThat(Files.list(file.getParent()).map(Path::getFileName).map(Path::toString))
                .noneMatch(name -> name.endsWith(".tmp"));
        assertThat(view.<List<String>>path("claimIds")).hasSize(3);
        assertThat(view.<String>path("status")).isEqualTo("SENT");

        SentFile read = SentFile.read(sent);
        assertThat(read.claims()).hasSize(3);
        assertThat(read.claims())
                .allSatisfy(claim ->
                        assertThat(claim.lines().getFirst().lineControlNumber()).isNotEmpty());
        String own = new String(x12(office, "/api/v1/claims/" + claims.getFirst() + "/x12"), StandardCharsets.UTF_8);
        assertThat(own)
                .startsWith("ST*837*" + read.start().submission().controlNumber())
                .contains("SE*");

        drop("MAPLE01", "999.x12", read.syntax("A"));
        claims.forEach(claim -> office.awaitStatus(claim, "RECEIVED"));

        drop("MAPLE01", "277.x12", read.answer("PR", 0, "A2", 1, "A2", 2, "A7"));
        office.awaitStatus(byNumber(office, read.claims().get(2)), "REJECTED");
        UUID accepted = byNumber(office, read.claims().get(0));
        office.awaitStatus(accepted, "ACCEPTED");
        office.as("biller").get("/api/v1/claims/{id}", accepted).then().body("payerControlNumber", equalTo("ICN0"));

        // a late answer of an earlier hop, and the same file again
        byte[] late = read.syntax("R");
        String id = office.as("biller")
                .contentType(X12)
                .body(late)
                .post("/api/v1/acknowledgements")
                .then()
                .statusCode(201)
                .body("kind", equalTo("999"))
                .body("outcome", equalTo("REJECTED"))
                .body("moved.size()", equalTo(0))
                .body("recorded.size()", equalTo(3))
                .extract()
                .path("id");
        office.as("biller")
                .contentType(X12)
                .body(late)
                .post("/api/v1/acknowledgements")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        assertThat(office.status(accepted)).isEqualTo("ACCEPTED");
        assertThat(x12(office, "/api/v1/acknowledgements/" + id + "/x12")).isEqualTo(late);

        office.as("biller")
                .get("/api/v1/batches/{id}", batch)
                .then()
                .body("acknowledgements.kind", org.hamcrest.Matchers.hasItems("999", "277CA"));
        new Foreigner().finds(batch, id);
    }

    @Test
    void findsClaimsBehindThoseOfOtherPartnersPayers() {
        Office elsewhere = new Office("hazel", "ACME20");
        elsewhere.cleanClaims(1);
        Office office = new Office("hazel", "ACME21");
        UUID claim = office.cleanClaims(1).getFirst();

        List<CleanClaim> found = context.as(
                new PracticeId("hazel"),
                "test",
                () -> QuarkusTransaction.requiringNew().call(() -> claims.clean(null, Set.of(elsewhere.payerId()), 1)));

        assertThat(found).extracting(CleanClaim::id).containsExactly(claim);
    }

    @Test
    void refusesWhatIsNoAcknowledgementAndKeepsIt() {
        Office office = new Office("birch", "ACME2");
        String first = refused(office);
        assertThat(refused(office)).isEqualTo(first);
        office.as("auditor").get(first).then().statusCode(200).body("outcome", equalTo("UNREADABLE"));
        office.as("frontdesk").get("/api/v1/acknowledgements").then().statusCode(403);
    }

    @Test
    void goesOnWhereACrashHasLeftTheSendingAndNeverSendsTwice() throws Exception {
        Office office = new Office("oak", "ACME3");
        UUID partner = office.partner("RESUME01", 1, hostKey);
        Path outbound = homes.resolve("RESUME01/outbound");

        // nothing listens there: the failure is visible and the claim waits
        UUID waiting = office.cleanClaims(1).getFirst();
        UUID renamedOnly = batch(office, partner);
        Eventually.asserted(() -> office.as("biller")
                .get("/api/v1/batches/{id}", renamedOnly)
                .then()
                .body("attempts", org.hamcrest.Matchers.greaterThan(0))
                .body("lastError", org.hamcrest.Matchers.notNullValue()));
        UUID gone = office.cleanClaims(1).getFirst();
        UUID takenAway = batch(office, partner);
        UUID there = office.cleanClaims(1).getFirst();
        UUID delivered = batch(office, partner);

        // crashed before the renaming; after the renaming, the partner having taken it; before it was noted at all
        byte[] content = x12(office, "/api/v1/batches/" + renamedOnly + "/x12");
        Path uploaded = outbound.resolve(name(office, renamedOnly) + ".tmp");
        Files.write(uploaded, content);
        mark("UPLOADED", renamedOnly, takenAway);
        Path final_ = outbound.resolve(name(office, delivered));
        Files.write(final_, x12(office, "/api/v1/batches/" + delivered + "/x12"));
        var stamp = Files.getLastModifiedTime(final_);
        office.as("billing-manager")
                .body(Office.partnerBody("RESUME01", port, hostKey))
                .put("/api/v1/trading-partners/{id}", partner)
                .then()
                .statusCode(200);
        for (UUID batch : List.of(renamedOnly, takenAway, delivered)) {
            office.as("biller").post("/api/v1/batches/{id}/send", batch);
        }

        List.of(waiting, gone, there).forEach(claim -> office.awaitStatus(claim, "SENT"));
        assertThat(uploaded).doesNotExist();
        assertThat(outbound.resolve(name(office, renamedOnly))).hasBinaryContent(content);
        assertThat(outbound.resolve(name(office, takenAway))).doesNotExist();
        assertThat(Files.getLastModifiedTime(final_)).isEqualTo(stamp);
    }

    @Test
    void neverTalksToAServerWithAnotherHostKey() {
        Office office = new Office("pine", "ACME4");
        UUID partner = office.partner("SHARED01", port, "SHA256:uNiVztksCsDhcc0u9e8BrRAlQ8QkUdC0yYpMvfLpZVg");
        UUID claim = office.cleanClaims(1).getFirst();
        UUID batch = batch(office, partner);

        Eventually.asserted(() -> office.as("biller")
                .get("/api/v1/batches/{id}", batch)
                .then()
                .body("attempts", org.hamcrest.Matchers.greaterThan(0)));
        assertThat(office.status(claim)).isEqualTo("BATCHED");
    }

    @Test
    void givesOutEachControlNumberOnceWhoeverAsks() throws Exception {
        Set<Long> given = ConcurrentHashMap.newKeySet();
        Set<Long> transactions = ConcurrentHashMap.newKeySet();
        List<Future<?>> futures = new ArrayList<>();
        try (ExecutorService racers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 80; i++) {
                boolean fails = i % 5 == 0;
                String practice = i % 2 == 0 ? "maple" : "birch";
                Callable<Object> racer = () -> {
                    context.run(new PracticeId(practice), "test", () -> take(given, transactions, fails));
                    return null;
                };
                futures.add(racers.submit(racer));
            }
        }
        for (Future<?> future : futures) {
            future.get();
        }
        assertThat(given).hasSize(64);
        assertThat(transactions).hasSize(128);
        assertThat(given).allMatch(number -> number <= 64);
    }

    private void take(Set<Long> given, Set<Long> transactions, boolean fails) {
        QuarkusTransaction.begin();
        AllocatedNumbers next = numbers.oneMore(numbers.next("RACE01", "CLEARWATER"));
        if (fails) {
            QuarkusTransaction.rollback();
            return;
        }
        QuarkusTransaction.commit();
        assertThat(given.add(next.interchange())).isTrue();
        assertThat(transactions.add(next.transaction(1))).isTrue();
        assertThat(transactions.add(next.transaction(2))).isTrue();
    }

    @Test
    void keepsTwoClaimsOfOneNumberInTransactionsOfTheirOwn() throws SQLException {
        Office office = new Office("hazel", "ACME7");
        UUID partner = office.partner("HAZEL01", port, hostKey);
        List<UUID> claims = office.cleanClaims(3);
        try (Connection connection = TestDatabase.of("claims").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.practice', 'hazel', true)");
            assertThat(statement.executeUpdate(
                            "update claim set version = version + 1, rank = 2, patient_control_number ="
                                    + " (select patient_control_number from claim where id = '" + claims.get(0)
                                    + "') where id = '" + claims.get(1) + "'"))
                    .isOne();
            connection.commit();
        }

        UUID batch = batch(office, partner);

        String file = new String(x12(office, "/api/v1/batches/" + batch + "/x12"), StandardCharsets.UTF_8);
        assertThat(file.split("ST\\*837\\*", -1)).hasSize(3);
        assertThat(StrictGuide.faults(file)).isEmpty();
        office.as("biller").get("/api/v1/batches/{id}", batch).then().body("claimIds.size()", equalTo(3));
        claims.forEach(claim -> office.awaitStatus(claim, "SENT"));
    }

    private static String refused(Office office) {
        return office.as("biller")
                .contentType(X12)
                .body("no X12 at all".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/acknowledgements")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .extract()
                .path("instance");
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

    private static String name(Office office, UUID batch) {
        return office.as("biller").get("/api/v1/batches/{id}", batch).path("fileName");
    }

    private static byte[] x12(Office office, String address) {
        return office.as("biller")
                .get(address)
                .then()
                .statusCode(200)
                .contentType(X12)
                .extract()
                .asByteArray();
    }

    private static UUID byNumber(Office office, ProfessionalClaim claim) {
        List<Map<String, Object>> all =
                office.as("biller").get("/api/v1/claims?limit=500").path("items");
        return all.stream()
                .filter(each -> claim.patientControlNumber().equals(each.get("patientControlNumber")))
                .map(each -> UUID.fromString((String) each.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private void drop(String user, String name, byte[] content) throws IOException {
        Path inbound = homes.resolve(user).resolve("inbound");
        Path half = inbound.resolve(name + ".tmp");
        Files.write(half, content);
        Files.move(half, inbound.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void mark(String status, UUID... batches) throws SQLException {
        try (Connection connection = TestDatabase.of("claims").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('app.practice', 'oak', true)");
            for (UUID batch : batches) {
                assertThat(statement.executeUpdate("update batch set status = '" + status
                                + "', version = version + 1 where id = '" + batch + "'"))
                        .isOne();
            }
            connection.commit();
        }
    }

    /** Somebody of another practice. */
    private record Foreigner() {

        void finds(UUID batch, String acknowledgement) {
            for (String address : List.of(
                    "/api/v1/batches/" + batch,
                    "/api/v1/batches/" + batch + "/x12",
                    "/api/v1/acknowledgements/" + acknowledgement)) {
                given().header("Authorization", Tokens.bearer("biller@cedar"))
                        .get(address)
                        .then()
                        .statusCode(404);
            }
        }
    }
}
