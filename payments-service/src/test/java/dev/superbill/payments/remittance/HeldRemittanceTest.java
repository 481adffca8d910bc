package dev.superbill.payments.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.superbill.testing.Backed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** What is held, and what a person's decisions do. */
@QuarkusTest
@Backed(service = "payments")
class HeldRemittanceTest extends Scenario {

    @Test
    void knowsAPaymentThatIsSentAgainAndHoldsOneThatWasAmended() {
        Visit visit = charged(new Visit(practice));
        Era era = Era.paying("72.60").claim(visit.paid());
        send(era).then().body("status", equalTo("POSTED"));

        send(era.interchange("000000002").control("0077"))
                .then()
                .statusCode(201)
                .body("status", equalTo("DUPLICATE"));
        Response amended = send(Era.paying("72.60")
                .trace(era.trace())
                .claim(visit.corrected())
                .plb("PLB*1234567893*20261231*WO:R1*18"));
        amended.then().body("status", equalTo("HELD"), "transactions[0].reasons.code", contains("AMENDED"));
        claims(amended).body("items[0].outcome", equalTo("HELD"));
        books("clearing", 7260, "ar.payer", 0);

        decide("accept");
        books("clearing", 14520, "recoupment", 1800);
        as("biller").get("/api/v1/remittances/" + amended.path("id")).then().body("status", equalTo("POSTED"));
        send(Era.paying("72.60")
                        .trace(era.trace())
                        .control("0099")
                        .claim(visit.corrected())
                        .plb("PLB*1234567893*20261231*WO:R1*18"))
                .then()
                .body("status", equalTo("DUPLICATE"));
    }

    @Test
    void holdsATransactionOutOfBalanceAndSupersedesItByTheCorrectedOne() {
        Era wrong = Era.paying("100").claim("CLP*NOBODY*1*90*90**12*X*11*1");
        Response held = send(wrong);
        held.then()
                .body("status", equalTo("HELD"))
                .body("transactions[0].balanced", equalTo(false), "transactions[0].reasons[0].segment", equalTo("BPR"))
                .body("transactions[0].reasons[0].position", notNullValue());
        books("clearing", 0);
        assertThat(exceptions().getList("items")).hasSize(1);

        send(Era.paying("100").trace(wrong.trace()).claim("CLP*NOBODY*1*100*100**12*X*11*1"))
                .then()
                .body("status", equalTo("POSTED"));

        as("biller").get("/api/v1/remittances/" + held.path("id")).then().body("status", equalTo("SUPERSEDED"));
        assertThat(exceptions().getList("items")).isEmpty();
        books("clearing", 10000, "unapplied", -10000);
    }

    @Test
    void postsAnAcceptedTransactionWithItsDifferenceInSuspense() {
        Response held = send(Era.paying("100").claim("CLP*NOBODY*1*90*90**12*X*11*1"));

        decide("accept");

        as("biller").get("/api/v1/remittances/" + held.path("id")).then().body("status", equalTo("POSTED"));
        books("clearing", 10000, "unapplied", -9000, "suspense", -1000);
        as("auditor")
                .get("/api/v1/ledger/entries?account=suspense")
                .then()
                .body("items.memo", contains(containsString("the payer says so")));
        decided(held, "accept", 200);
        decided(held, "reject", 409);
        books("clearing", 10000);
    }

    @Test
    void postsNothingOfARejectedTransaction() {
        Response held = send(Era.paying("100").claim("CLP*NOBODY*1*90*90**12*X*11*1"));
        decide("reject");
        as("biller").get("/api/v1/remittances/" + held.path("id")).then().body("status", equalTo("REJECTED"));
        books("clearing", 0);
    }

    @Test
    void holdsAnUnbalancedClaimAndPostsItsSiblings() {
        Visit visit = charged(new Visit(practice));
        Visit sibling = charged(new Visit(practice));
        Response partly = send(Era.paying("142.60")
                .claim(visit.clp("1", "190", "70", ""), visit.nm1(), "CAS*CO*45*100")
                .claim(sibling.paid()));
        partly.then().body("status", equalTo("PARTLY_POSTED"));
        claims(partly)
                .body("items.outcome", contains("HELD", "POSTED"), "items.balanced", contains(false, true))
                .body("items[0].reasons[0].code", equalTo("OUT_OF_BALANCE"));
        books("clearing", 14260, "suspense", -7000, "ar.payer", 19000);

        decide("accept");

        books("clearing", 14260, "suspense", 0, "ar.payer", 19000 - 7000 - 10000, "adjustment.contractual", 17440);
        as("biller").get("/api/v1/remittances/" + partly.path("id")).then().body("status", equalTo("POSTED"));
    }

    @Test
    void acceptsOneTransactionOfAFileAndLeavesItsSiblingsAsTheyAre() {
        Response held = send(Era.file(
                Era.paying("100").claim("CLP*NOBODY*1*90*90**12*X*11*1"),
                Era.paying("7").claim("CLP*NOBODY*1*7*7**12*Y*11*1"),
                Era.paying("50").claim("CLP*NOBODY*1*40*40**12*Z*11*1")));
        held.then().body("transactions.status", contains("HELD", "POSTED", "HELD"), "status", equalTo("PARTLY_POSTED"));
        books("clearing", 700);
        decided(exceptions().getString("items[1].id"), "accept", 200);
        books("clearing", 5700, "unapplied", -4700, "suspense", -1000);
        as("biller")
                .get("/api/v1/remittances/" + held.path("id"))
                .then()
                .body("transactions.status", contains("HELD", "POSTED", "POSTED"));
        decided(exceptions().getString("items[0].id"), "accept", 200);
        as("biller").get("/api/v1/remittances/" + held.path("id")).then().body("status", equalTo("POSTED"));
        books("clearing", 15700);
    }

    @Test
    void leavesTheMoneyOfARejectedClaimUnapplied() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("70").claim(visit.clp("1", "190", "70", ""), visit.nm1(), "CAS*CO*45*100"));
        decide("reject");
        books("clearing", 7000, "suspense", 0, "unapplied", -7000, "ar.payer", 19000);
    }

    @Test
    void holdsABadAmountWithItsClaim() {
        Response partly = send(Era.paying("5")
                .claim("CLP*A*1*10.123*5**12*X*11*1", "CAS*CO*45*5")
                .claim("CLP*B*1*1e1*0**12*X*11*1"));
        partly.then().body("status", equalTo("PARTLY_POSTED"));
        claims(partly).body("items.outcome", contains("HELD", "HELD"), "items[1].reasons.code", hasItem("BAD_AMOUNT"));
        books("clearing", 500, "suspense", -500);
        send(Era.paying("0").bpr("BPR*I*12.345*C*ACH************20261102"))
                .then()
                .body("status", equalTo("HELD"));
    }
}
