package dev.superbill.payments.remittance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import dev.superbill.testing.Eventually;
import dev.superbill.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of remittances do through the API; each test has a practice of its own. */
abstract class Scenario {

    final String practice = "r" + UUID.randomUUID().toString().substring(0, 13);

    void corrected() {
        books("clearing", 9060, "adjustment.contractual", 7440, "ar.patient", 2500, "ar.payer", 0, "unapplied", 0);
    }

    Visit charged(Visit visit) {
        long before = cents("revenue");
        visit.tell();
        Eventually.asserted(() -> assertThat(cents("revenue")).isEqualTo(before - visit.chargeCents));
        return visit;
    }

    Response send(Era era) {
        return send(era.file());
    }

    Response send(byte[] file) {
        return as("biller").contentType("application/edi-x12").body(file).post("/api/v1/remittances");
    }

    String refused(byte[] file) {
        return send(file)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].action", notNullValue(), "errors[0].position", notNullValue())
                .extract()
                .path("instance");
    }

    io.restassured.response.ValidatableResponse claims(Response remittance) {
        return as("biller")
                .get("/api/v1/remittances/" + remittance.path("id") + "/claims?transaction=1")
                .then()
                .statusCode(200);
    }

    JsonPath exceptions() {
        return as("billing-manager").get("/api/v1/exceptions?status=OPEN").jsonPath();
    }

    /** Decides the one open exception. */
    void decide(String decision) {
        List<String> open = exceptions().getList("items.id");
        assertThat(open).hasSize(1);
        decided(open.getFirst(), decision, 200);
    }

    void decided(Response held, String decision, int status) {
        List<Map<String, Object>> all =
                as("billing-manager").get("/api/v1/exceptions").jsonPath().getList("items");
        Map<String, Object> ours = all.stream()
                .filter(one -> one.get("remittanceId").equals(held.path("id")))
                .findFirst()
                .orElseThrow();
        decided(ours.get("id").toString(), decision, status);
    }

    void decided(String id, String decision, int status) {
        as("billing-manager")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "the payer says so"))
                .post("/api/v1/exceptions/" + id + "/" + decision)
                .then()
                .statusCode(status);
    }

    /** Asserts balances of accounts, in cents, and that the books balance. */
    void books(Object... expected) {
        JsonPath balance = as("auditor").get("/api/v1/ledger/trial-balance").jsonPath();
        assertThat(balance.getLong("debitCents")).isEqualTo(balance.getLong("creditCents"));
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(cents(balance, (String) expected[i]))
                    .as((String) expected[i])
                    .isEqualTo(((Number) expected[i + 1]).longValue());
        }
    }

    long cents(String account) {
        return cents(as("auditor").get("/api/v1/ledger/trial-balance").jsonPath(), account);
    }

    private static long cents(JsonPath balance, String account) {
        Object cents = balance.get("accounts.find { it.code == '" + account + "' }?.balanceCents");
        return cents == null ? 0 : ((Number) cents).longValue();
    }

    RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user + "@" + practice));
    }
}
