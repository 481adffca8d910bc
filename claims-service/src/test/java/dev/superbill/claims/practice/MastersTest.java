package dev.superbill.claims.practice;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.superbill.claims.Practice;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
class MastersTest {

    private final Practice practice = new Practice("fir");

    @Test
    void keepsTheBillingIdentityAndTellsOfIt() {
        practice.as("billing-manager").get("/api/v1/practice").then().statusCode(404);
        practice.bills();
        String tag = practice.as("biller")
                .get("/api/v1/practice")
                .then()
                .statusCode(200)
                .body("npi", equalTo("1234567893"))
                .body("contact.phone", equalTo("8025550100"))
                .extract()
                .header("ETag");
        String body = """
                {"name": "Fir", "npi": "1234567893", "taxId": "12-3456789", "taxonomy": "207Q00000X", "timeZone": "America/Denver",
                 "address": {"line1": "1 Fir St", "city": "Burlington", "state": "VT", "postalCode": "05401-1234"}}""";
        practice.as("billing-manager")
                .header("If-Match", "\"77\"")
                .body(body)
                .put("/api/v1/practice")
                .then()
                .statusCode(412);
        practice.as("billing-manager")
                .header("If-Match", tag)
                .body(body)
                .put("/api/v1/practice")
                .then()
                .statusCode(200);
        practice.as("frontdesk").body(body).put("/api/v1/practice").then().statusCode(403);
        practice.as("billing-manager")
                .body(body.replace("1234567893", "1234567890").replace("VT", "Vermont"))
                .put("/api/v1/practice")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("address.state"));
        practice.as("billing-manager")
                .body(body.replace("1234567893", "1234567890"))
                .put("/api/v1/practice")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("npi"));

        SentEvent sent = TestEvents.awaitSent(
                "claims.practice",
                event -> event.key().equals("fir")
                        && event.payload().path("timeZone").asText().equals("America/Denver"));
        EventContracts.check(sent.type(), sent.payload().toString());
    }

    @Test
    void keepsPayersAndTellsOfThem() {
        UUID payer = practice.payer();
        String identifier = practice.as("biller")
                .get("/api/v1/payers/{id}", payer)
                .then()
                .statusCode(200)
                .body("timelyFilingDays", equalTo(180))
                .extract()
                .path("payerIdentifier");
        practice.as("biller").get("/api/v1/payers").then().body("items.id", hasItem(payer.toString()));
        practice.as("billing-manager")
                .body(Map.of(
                        "payerIdentifier",
                        identifier,
                        "name",
                        "Again",
                        "claimFilingIndicator",
                        "CI",
                        "timelyFilingDays",
                        90))
                .post("/api/v1/payers")
                .then()
                .statusCode(409);
        practice.as("billing-manager")
                .body(Map.of("payerIdentifier", "x", "name", " ", "claimFilingIndicator", "ci"))
                .post("/api/v1/payers")
                .then()
                .statusCode(400);
        practice.as("biller").body(Map.of()).post("/api/v1/payers").then().statusCode(403);

        SentEvent sent =
                TestEvents.awaitSent("claims.payer", event -> event.key().equals(payer.toString()));
        EventContracts.check(sent.type(), sent.payload().toString());
    }
}
