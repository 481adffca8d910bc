package dev.superbill.payments.remittance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of the 835 and the ledger, each through the API, with claims of our own. */
@QuarkusTest
@Backed(service = "payments")
class RuleBookTest extends Scenario {

    /** The receivable is chosen by payer, then by what CLP02 says of its rank; forwarded or not makes no difference. */
    @ParameterizedTest
    @CsvSource({"1, 2", "19, 20", "4, 2", "1, 21"})
    void postsToThePayersInTheirOrder(String first, String second) {
        Visit visit = charged(new Visit(practice).withSecondary());
        send(Era.paying("100").claim(visit.clp(first, "190", "100", ""), visit.nm1(), "CAS*CO*45*50", "CAS*PR*2*40"))
                .then()
                .body("status", equalTo("POSTED"));
        books("clearing", 10_000, "adjustment.contractual", 5_000, "ar.payer", 4_000, "ar.patient", 0);

        send(Era.paying("25")
                        .payer(Visit.SECONDARY)
                        .claim(visit.clp(second, "190", "25", ""), visit.nm1(), "CAS*OA*23*150", "CAS*PR*2*15"))
                .then()
                .body("status", equalTo("POSTED"));
        books("clearing", 12_500, "adjustment.contractual", 5_000, "ar.payer", 0, "ar.patient", 1_500);
    }

    @Test
    void finishesWhatThePayerOfALaterRankSaysBeforeTheEarlierOne() {
        Visit visit = charged(new Visit(practice).withSecondary());
        send(Era.paying("25")
                .payer(Visit.SECONDARY)
                .claim(visit.clp("2", "190", "25", ""), visit.nm1(), "CAS*OA*23*150", "CAS*PR*2*15"));
        send(Era.paying("100").claim(visit.clp("1", "190", "100", ""), visit.nm1(), "CAS*CO*45*50", "CAS*PR*2*40"));
        books("clearing", 12_500, "adjustment.contractual", 5_000, "ar.payer", 0, "ar.patient", 1_500);
    }

    @Test
    void findsAClaimByThePayersNumberThatAnEarlierAnswerHasTold() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("0").claim(visit.clp("1", "190", "0", ""), visit.nm1(), "CAS*CO*16*190"));

        Response answer =
                send(Era.paying("190").claim("CLP*MANGLED*1*190*190**12*ICN" + visit.number + "*11*1", visit.nm1()));

        claims(answer).body("items[0].claimId", equalTo(visit.claimId.toString()));
        books("clearing", 19_000, "ar.payer", 0);
    }

    @Test
    void findsAClaimByMemberDateAndChargeTogetherAndNotByTwoOfThem() {
        Visit visit = charged(new Visit(practice));
        Response near = send(Era.paying("10")
                .claim("CLP*MANGLED*1*180*10**12*OTHER*11*1", visit.nm1(), "CAS*CO*45*170", "DTM*232*20261001"));
        claims(near).body("items[0].outcome", equalTo("UNAPPLIED"), "items[0].claimId", nullValue());

        Response all =
                send(Era.paying("190").claim("CLP*MANGLED*1*190*190**12*OTHER*11*1", visit.nm1(), "DTM*232*20261001"));
        claims(all).body("items[0].outcome", equalTo("POSTED"), "items[0].claimId", equalTo(visit.claimId.toString()));
        books("clearing", 20_000, "unapplied", -1_000, "ar.payer", 0);
    }

    @Test
    void appliesMoneyByMemberDateAndChargeWhenTheClaimTurnsUp() {
        Visit visit = new Visit(practice);
        Response answer =
                send(Era.paying("190").claim("CLP*MANGLED*1*190*190**12*OTHER*11*1", visit.nm1(), "DTM*232*20261001"));
        claims(answer).body("items[0].outcome", equalTo("UNAPPLIED"));

        visit.tell();

        Eventually.asserted(() -> claims(answer).body("items[0].outcome", equalTo("POSTED")));
        books("clearing", 19_000, "unapplied", 0, "ar.payer", 0);
    }

    @Test
    void holdsADebitAndPostsItAsSentWhenAPersonAccepts() {
        Response held =
                send(Era.paying("5").bpr("BPR*I*5*D*ACH************20261102").claim("CLP*B*1*5*5**12*X*11*1"));
        held.then().body("status", equalTo("HELD"), "transactions[0].reasons.code", contains("DEBIT"));
        books("clearing", 0);
        decide("accept");
        books("clearing", 500, "unapplied", -500);
    }

    /** Only what is on the books occupies a payment's key. */
    @Test
    void judgesAPaymentAnewAfterOneWithItsKeyWasRejected() {
        Era wrong = Era.paying("100").claim("CLP*NOBODY*1*90*90**12*X*11*1");
        Response first = send(wrong);
        decide("reject");

        send(Era.paying("100").trace(wrong.trace()).claim("CLP*NOBODY*1*100*100**12*X*11*1"))
                .then()
                .body("status", equalTo("POSTED"));

        as("biller").get("/api/v1/remittances/" + first.path("id")).then().body("status", equalTo("SUPERSEDED"));
        send(wrong.control("0005"))
                .then()
                .body("status", equalTo("HELD"), "transactions[0].reasons[1].code", equalTo("AMENDED"));
        books("clearing", 10_000);
    }

    @Test
    void postsADocumentOfAClosedDayToTheNextOpenOne() {
        as("billing-manager")
                .contentType(ContentType.JSON)
                .body(Map.of("through", "2026-11-10"))
                .post("/api/v1/ledger/close")
                .then()
                .statusCode(200);
        Response answer = send(Era.paying("72.60").claim("CLP*NOBODY*1*72.60*72.60**12*X*11*1"));

        answer.then().body("transactions[0].paymentDate", equalTo("2026-11-02"));
        as("auditor")
                .get("/api/v1/ledger/entries?source=remittance:" + answer.path("id"))
                .then()
                .body("items.businessDate", everyItem(equalTo("2026-11-11")));
    }

    @Test
    void refusesAFileCutShortAtAnyPlaceAndPostsNothingOfIt() {
        byte[] whole = Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1").file();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        for (int end : new int[] {
            3, 105, 107, text.indexOf("CLP") + 2, text.indexOf("GE*"), text.indexOf("IEA"), whole.length - 1
        }) {
            refused(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
        }
        books("clearing", 0);
    }

    /** What a payer sends at both levels counts together; the same claim may be answered twice in one file. */
    @Test
    void sumsAdjustmentsOfClaimAndLines() {
        Visit visit = charged(new Visit(practice));
        Response answer = send(Era.paying("100")
                .claim(
                        visit.clp("1", "190", "100", "10"),
                        "CAS*CO*45*20",
                        visit.nm1(),
                        "SVC*HC:99214:25*150*120**1",
                        "CAS*CO*45*20",
                        "CAS*PR*3*10",
                        "SVC*HC:36415*40*0**1",
                        "CAS*CO*97*40"));
        answer.then().body("status", equalTo("POSTED"));
        claims(answer)
                .body("items[0].balanced", equalTo(true), "items[0].adjustmentsCents", equalTo(9_000))
                .body("items[0].patientResponsibilityCents", equalTo(1_000));
        books("clearing", 10_000, "adjustment.contractual", 4_000, "ar.patient", 1_000, "ar.payer", 4_000);
    }

    /** Amounts agree in total, but the lines do not: the claim is held. */
    @Test
    void holdsAClaimWhoseLinesDoNotAddUp() {
        Response answer =
                send(Era.paying("100").claim("CLP*A*1*190*100**12*X*11*1", "CAS*CO*45*90", "SVC*HC:99214*150*150**1"));
        answer.then().body("status", equalTo("PARTLY_POSTED"));
        claims(answer).body("items[0].outcome", equalTo("HELD"), "items[0].balanced", equalTo(false));
        books("clearing", 10_000, "suspense", -10_000);
    }
}
