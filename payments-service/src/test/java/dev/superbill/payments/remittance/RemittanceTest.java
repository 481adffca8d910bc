package dev.superbill.payments.remittance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remittances through the API, on real parts. Each test has a practice of its own. */
@QuarkusTest
@Backed(service = "payments")
class RemittanceTest extends Scenario {

    @Test
    void movesEachAccountByTheCentsOfVectorA() {
        Visit visit = charged(new Visit(practice));

        Response answer = send(Era.paying("72.60").claim(visit.paid()));

        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/remittances/" + answer.path("id")))
                .body("status", equalTo("POSTED"), "transactions[0].status", equalTo("POSTED"))
                .body("transactions[0].balanced", equalTo(true), "transactions[0].paymentCents", equalTo(7260))
                .body("transactions[0].paymentDate", equalTo("2026-11-02"))
                .body("transactions[0].warnings.code", hasItem("PAYEE_UNKNOWN"));
        books("clearing", 7260, "adjustment.contractual", 7440, "ar.patient", 4300, "ar.payer", 0, "revenue", -19000);
        claims(answer)
                .body("items[0].outcome", equalTo("POSTED"), "items[0].claimId", equalTo(visit.claimId.toString()))
                .body("items[0].adjustmentsCents", equalTo(11740), "items[0].patientResponsibilityCents", equalTo(4300))
                .body("items[0].lines", hasSize(2), "items[0].lines[1].balanced", equalTo(true))
                .body("items[0].lines[0].adjustmentsCents", equalTo(7740));
        SentEvent told =
                TestEvents.awaitSent("payments.remittance", event -> event.key().equals(visit.encounterId.toString()));
        EventContracts.check(told.type(), told.payload().toString());
        assertThat(told.payload().path("kind").asText()).isEqualTo("PAYMENT");
        assertThat(told.payload()
                        .path("lines")
                        .path(1)
                        .path("lineControlNumber")
                        .asText())
                .isEqualTo(visit.number + "2");
    }

    @Test
    void agreesWithItsOwnExampleOfTheEvent() {
        EventContracts.check(ClaimAdjudicated.TYPE, EventContracts.example(ClaimAdjudicated.TYPE));
    }

    @Test
    void postsReversalAndCorrectionOfOneRemittance() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("72.60").claim(visit.paid()));

        send(Era.paying("18").claim(visit.reversed()).claim(visit.corrected()))
                .then()
                .body("status", equalTo("POSTED"));

        corrected();
        Eventually.asserted(() ->
                assertThat(told(visit)).extracting(this::kind).containsExactly("PAYMENT", "REVERSAL", "CORRECTION"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void comesToTheSameInWhateverOrderPaymentReversalAndCorrectionCome(String order) {
        Visit visit = charged(new Visit(practice));
        List<Era> eras = List.of(
                Era.paying("72.60").claim(visit.paid()),
                Era.paying("-72.60").claim(visit.reversed()),
                Era.paying("90.60").claim(visit.corrected()));

        order.chars().forEach(place -> send(eras.get(place - '0')).then().body("status", equalTo("POSTED")));

        corrected();
        as("billing-manager").get("/api/v1/exceptions?status=OPEN").then().body("items", hasSize(0));
        Eventually.asserted(() -> assertThat(told(visit)).hasSize(3));
        List<JsonNode> told = told(visit);
        told.forEach(event -> EventContracts.check(ClaimAdjudicated.TYPE, event.toString()));
        assertThat(told)
                .filteredOn(event -> event.path("kind").asText().equals("REVERSAL"))
                .singleElement()
                .satisfies(reversal -> assertThat(told)
                        .filteredOn(event -> event.path("answerId").equals(reversal.path("reversedAnswerId")))
                        .extracting(event -> event.path("paidCents").asLong())
                        .containsExactly(7_260L));
    }

    @Test
    void tellsAReversalThatAgreesWithNothingOnlyWhenAPersonAcceptsIt() {
        Visit rejected = mismatched();
        decide("reject");
        Visit accepted = mismatched();
        decide("accept");

        Eventually.asserted(
                () -> assertThat(told(accepted)).extracting(this::kind).containsExactly("PAYMENT", "REVERSAL"));
        assertThat(told(accepted).getLast().path("reversedAnswerId"))
                .isEqualTo(told(accepted).getFirst().path("answerId"));
        assertThat(told(rejected)).extracting(this::kind).containsExactly("PAYMENT");
    }

    @Test
    void tellsAReplacedClaimThatItsDecisionIsTakenBack() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("72.60").claim(visit.paid()));
        UUID successor = visit.replace();
        Eventually.asserted(() -> as("biller")
                .get("/api/v1/accounts/" + visit.encounterId)
                .then()
                .body("claims[0].claimId", equalTo(successor.toString())));
        send(Era.paying("-72.60").claim(visit.reversed()));
        send(Era.paying("90.60").claim(visit.corrected()));

        corrected();
        Eventually.asserted(() -> assertThat(told(visit)).hasSize(3));
        assertThat(told(visit))
                .extracting(event -> event.path("claimId").asText())
                .containsExactly(visit.claimId.toString(), visit.claimId.toString(), successor.toString());
    }

    private Visit mismatched() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("72.60").claim(visit.paid()));
        send(Era.paying("-70").claim(visit.clp("22", "-190", "-70", ""), visit.nm1(), "CAS*CO*45*-120"));
        return visit;
    }

    private String kind(JsonNode event) {
        return event.path("kind").asText();
    }

    /** What was told of a visit's claims so far. */
    private static List<JsonNode> told(Visit visit) {
        return TestEvents.sent("payments.remittance").stream()
                .filter(event -> event.key().equals(visit.encounterId.toString()))
                .map(SentEvent::payload)
                .toList();
    }

    @Test
    void appliesUnmatchedMoneyByItselfWhenTheClaimComes() {
        Visit visit = new Visit(practice);
        Response payment = send(Era.paying("72.60").claim(visit.paid()));
        Response reversal = send(Era.paying("18").claim(visit.reversed()).claim(visit.corrected()));
        payment.then().body("status", equalTo("POSTED"));
        claims(payment)
                .body("items[0].outcome", equalTo("UNAPPLIED"), "items[0].reasons[0].code", equalTo("CLAIM_NOT_FOUND"));
        books("clearing", 9060, "unapplied", -9060);
        as("biller").get("/api/v1/remittances/unapplied-claims").then().body("items", hasSize(3));

        visit.tell();

        Eventually.asserted(this::corrected);
        claims(payment).body("items[0].outcome", equalTo("POSTED"));
        claims(reversal).body("items.outcome", contains("POSTED", "POSTED"));
    }

    @Test
    void postsProviderAdjustmentsToTheirAccounts() {
        send(Era.paying("399.35")
                        .claim("CLP*NOBODY*1*518*518**12*X1*11*1")
                        .plb("PLB*1234567893*20261231*WO:R1*120*L6:R2*-1.35"))
                .then()
                .body("status", equalTo("POSTED"), "transactions[0].providerAdjustmentsCents", equalTo(11865));
        books("clearing", 39935, "recoupment", 12000, "interest", -135, "unapplied", -51800);

        send(Era.paying("0").claim("CLP*NOBODY*22*-200*-200**12*X2*11*1").plb("PLB*1234567893*20261231*FB:R3*-200"));
        books("clearing", 39935, "forwarding", -20000);
        send(Era.paying("150").claim("CLP*NOBODY*1*350*350**12*X3*11*1").plb("PLB*1234567893*20261231*FB:R3*200"));
        books("clearing", 54935, "forwarding", 0);

        send(Era.paying("0").claim("CLP*NOBODY*22*-40*-40**12*X4*11*1").plb("PLB*1234567893*20261231*WO:R4*-40"));
        send(Era.paying("10")
                .claim("CLP*NOBODY*1*60*60**12*X5*11*1")
                .plb("PLB*1234567893*20261231*WO:R4*40*72:R5*5*CS:R6*5"));
        books("clearing", 55935, "recoupment", 12500, "provider-adjustment.CS", 500);
    }

    @Test
    void postsAtTheClaimLevelAndKeepsTheSignOfAnIncrease() {
        Visit whole = charged(new Visit(practice).charging(30_000));
        send(Era.paying("180").claim(whole.clp("1", "300", "180", ""), whole.nm1(), "CAS*CO*45*120"));
        books("clearing", 18000, "adjustment.contractual", 12000, "ar.payer", 0);

        Visit incentive = charged(new Visit(practice).charging(10_000));
        send(Era.paying("103.10").claim(incentive.clp("1", "100", "103.10", ""), incentive.nm1(), "CAS*CO*144*-3.10"));
        books("clearing", 28310, "adjustment.contractual", 11690, "ar.payer", 0);
    }

    @Test
    void leavesPatientResponsibilityToTheNextPayerFirst() {
        Visit visit = charged(new Visit(practice).withSecondary());
        send(Era.paying("72.60").claim(visit.paid()));
        books("ar.payer", 4300, "ar.patient", 0);

        send(Era.paying("30")
                        .payer(Visit.SECONDARY)
                        .claim(
                                visit.clp("2", "190", "30", "5"),
                                visit.nm1(),
                                "CAS*OA*23*147",
                                "CAS*PR*3*5",
                                "CAS*CO*45*8"))
                .then()
                .body("status", equalTo("POSTED"));

        books("clearing", 10260, "ar.payer", 0, "ar.patient", 500, "adjustment.contractual", 8240);
    }

    @Test
    void writesOffForALaterPayerNoMoreThanItOwes() {
        Visit visit = charged(new Visit(practice).withSecondary());
        send(Era.paying("72.60").claim(visit.paid()));

        send(Era.paying("30")
                .payer(Visit.SECONDARY)
                .claim(visit.clp("2", "190", "30", ""), visit.nm1(), "CAS*CO*45*160"));

        books("ar.payer", 0, "adjustment.contractual", 7440 + 1300);
        JsonPath open = exceptions();
        assertThat(open.getString("items[0].kind")).isEqualTo("WRITE_OFF_EXCESS");
        assertThat(open.getLong("items[0].amountCents")).isEqualTo(14700);
    }

    @Test
    void leavesDenialsWithThePayer() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("0")
                .claim(visit.clp("1", "190", "0", ""), visit.nm1(), "CAS*CO*16*150", "CAS*PI*197*20", "CAS*OA*18*20"));
        books("clearing", 0, "ar.payer", 19000, "adjustment.contractual", 0, "ar.patient", 0);
    }

    @Test
    void keepsTheSameBytesOnce() throws InterruptedException, ExecutionException {
        byte[] file = Era.paying("5").claim("CLP*NOBODY*1*5*5**12*X*11*1").file();

        List<Response> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> sending = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                sending.add(senders.submit(() -> send(file)));
            }
            for (Future<Response> one : sending) {
                answers.add(one.get());
            }
        }

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.path("id").toString())
                .containsOnly(answers.getFirst().path("id").toString());
        Eventually.asserted(() -> books("clearing", 500, "unapplied", -500));
        String id = answers.getFirst().path("id");
        assertThat(as("biller").get("/api/v1/remittances/" + id + "/file").asByteArray())
                .isEqualTo(file);
    }

    @Test
    void decidesZeroPaymentsByTheirContentAlone() {
        Era first = Era.paying("0").trace("EO0000000000").claim("CLP*A*1*10*0**12*X*11*1", "CAS*CO*16*10");
        send(first).then().body("status", equalTo("POSTED"));
        send(Era.paying("0").trace("EO0000000000").claim("CLP*B*1*10*0**12*X*11*1", "CAS*CO*16*10"))
                .then()
                .body("status", equalTo("POSTED"));
        send(first.control("0002")).then().body("status", equalTo("DUPLICATE"));
    }

    @Test
    void postsToNobodyWhomOnlyANumberPointsTo() {
        Visit visit = charged(new Visit(practice));
        Response answer =
                send(Era.paying("10").claim("CLP*" + visit.number + "*1*11*10**12*OTHER*11*1", "CAS*CO*45*1"));
        claims(answer).body("items[0].outcome", equalTo("UNAPPLIED"));
        books("ar.payer", 19000, "unapplied", -1000);
    }

    @Test
    void touchesNoReceivableWithAForwardedOrEstimatedClaim() {
        Visit visit = charged(new Visit(practice));
        Response answer = send(Era.paying("10")
                .claim(visit.clp("23", "190", "10", ""), visit.nm1(), "CAS*CO*45*180")
                .claim(visit.clp("25", "190", "0", ""), visit.nm1(), "CAS*CO*45*190"));
        claims(answer).body("items.outcome", contains("UNAPPLIED", "POSTED"));
        books("ar.payer", 19000, "unapplied", -1000, "adjustment.contractual", 0);
    }

    @Test
    void postsAReversalThatAgreesWithNothingByItsCashAlone() {
        Visit visit = charged(new Visit(practice));
        send(Era.paying("72.60").claim(visit.paid()));
        send(Era.paying("-70").claim(visit.clp("22", "-190", "-70", ""), visit.nm1(), "CAS*CO*45*-120"))
                .then()
                .body("status", equalTo("POSTED"));
        books("clearing", 260, "ar.payer", 7000, "adjustment.contractual", 7440);
        assertThat(exceptions().getString("items[0].kind")).isEqualTo("REVERSAL_MISMATCH");
    }

    @Test
    void judgesEachTransactionOfAFileAlone() {
        Era good = Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1");
        Era debit = Era.paying("5").bpr("BPR*I*5*D*ACH************20261102").claim("CLP*B*1*5*5**12*X*11*1");
        Era counted = Era.paying("7").claim("CLP*C*1*7*7**12*X*11*1").segmentCount("99");
        Era headless = Era.paying("8").withoutBpr().claim("CLP*D*1*8*8**12*X*11*1");
        send(Era.file(good, debit, counted, headless))
                .then()
                .statusCode(201)
                .body("status", equalTo("PARTLY_POSTED"))
                .body("transactions.status", contains("POSTED", "HELD", "HELD", "REJECTED"));
        books("clearing", 500);
        send(Era.paying("9").version("004010X091A1").claim("CLP*E*1*9*9**12*X*11*1"))
                .then()
                .statusCode(201)
                .body(
                        "status",
                        equalTo("REJECTED"),
                        "transactions[0].reasons[0].code",
                        equalTo("VERSION_NOT_SUPPORTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not X12 at all", "ISA*00*short~", "cut", "no835"})
    void keepsAndRefusesWhatCannotBeRead(String text) {
        byte[] whole = Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1").file();
        byte[] file = switch (text) {
            case "cut" ->
                new String(whole, StandardCharsets.ISO_8859_1)
                        .substring(0, whole.length - 40)
                        .getBytes(StandardCharsets.ISO_8859_1);
            case "no835" ->
                new String(whole, StandardCharsets.ISO_8859_1)
                        .replace("ST*835", "ST*837")
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> text.getBytes(StandardCharsets.ISO_8859_1);
        };
        String first = refused(file);
        assertThat(refused(file)).isEqualTo(first);
        as("biller").get(first).then().statusCode(200).body("status", equalTo("REJECTED"), "transactions", hasSize(0));
        assertThat(as("biller").get(first + "/file").asByteArray()).isEqualTo(file);
    }

    @Test
    void showsNothingOfAnotherPractice() {
        Response answer = send(Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1"));
        String other = Tokens.of("biller", "o" + practice, List.of("biller"));
        for (String path : List.of("", "/claims", "/file")) {
            given().header("Authorization", "Bearer " + other)
                    .get("/api/v1/remittances/" + answer.path("id") + path)
                    .then()
                    .statusCode(404);
        }
        given().post("/api/v1/remittances").then().statusCode(401);
        as("frontdesk")
                .contentType("application/edi-x12")
                .body(new byte[] {1})
                .post("/api/v1/remittances")
                .then()
                .statusCode(403);
        as("biller")
                .contentType("image/png")
                .body(new byte[] {1})
                .post("/api/v1/remittances")
                .then()
                .statusCode(415);
    }

    @Test
    void postsABigFileAfterTheAnswer() {
        int claims = 7_500;
        Era era = Era.paying(claims + "");
        for (int i = 0; i < claims; i++) {
            era.claim(
                    "CLP*BIG" + i + "*1*3*1**12*ICN" + i + "*11*1",
                    "CAS*CO*45*2",
                    "NM1*QC*1*A LAST NAME THAT IS RATHER LONG FOR A NAME*AND A FIRST NAME THAT IS*LONG TOO***MI*M" + i,
                    "NM1*82*1*A LAST NAME THAT IS RATHER LONG FOR A NAME*AND A FIRST NAME THAT IS*LONG TOO***XX*1234567893",
                    "REF*1L*GROUP NUMBER " + i,
                    "REF*EA*MEDICAL RECORD NUMBER " + i,
                    "DTM*232*20261001",
                    "DTM*233*20261001");
        }
        assertThat(era.file().length).isGreaterThan(2 << 20);

        Response answer = send(era);

        answer.then().statusCode(201);
        Eventually.asserted(() -> as("biller")
                .get("/api/v1/remittances/" + answer.path("id"))
                .then()
                .body("status", equalTo("POSTED"), "transactions[0].claims", equalTo(claims)));
        books("clearing", claims * 100, "unapplied", claims * -100);
    }
}
