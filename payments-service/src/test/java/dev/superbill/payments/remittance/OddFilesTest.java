package dev.superbill.payments.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.superbill.testing.Backed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as senders write them, not as the guide wants them: what can be read posts, and whatever comes is answered. */
@QuarkusTest
@Backed(service = "payments")
class OddFilesTest extends Scenario {

    @ParameterizedTest
    @MethodSource("manners")
    void postsTheSameCentsHoweverTheFileIsWritten(UnaryOperator<String> manner) {
        Visit visit = charged(new Visit(practice));
        String file = text(Era.paying("72.60").claim(visit.paid()));

        send(manner.apply(file).getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(201)
                .body("status", equalTo("POSTED"));

        books("clearing", 7260, "adjustment.contractual", 7440, "ar.patient", 4300, "ar.payer", 0, "unapplied", 0);
    }

    static Stream<Named<UnaryOperator<String>>> manners() {
        return Stream.of(
                Named.of("in small letters", text -> text.toLowerCase(Locale.ROOT)),
                Named.of("a segment a line", text -> text.replace("~", "~\n")),
                Named.of("with CRLF and padding", text -> text.replace("~", "~\r\n") + "   \r\n\0\0\u001a"),
                Named.of("with a line feed as terminator", text -> text.replace('~', '\n')),
                Named.of("with a byte order mark", text -> "\u00ef\u00bb\u00bf" + text),
                Named.of(
                        "with bars and signs",
                        text -> text.replace('*', '|').replace(':', '>').replace('~', '!')),
                Named.of(
                        "with control characters",
                        text -> text.replace('*', '\u001d')
                                .replace(':', '\u001f')
                                .replace('~', '\u001c')),
                Named.of("payee before payer", text -> {
                    int payer = text.indexOf("N1*PR");
                    int payee = text.indexOf("N1*PE");
                    int end = text.indexOf("LX*1");
                    return text.substring(0, payer)
                            + text.substring(payee, end)
                            + text.substring(payer, payee)
                            + text.substring(end);
                }),
                Named.of(
                        "without LX and PER",
                        text -> recounted(text.replace("LX*1~", "").replace("PER*BL*EDI*TE*8005551212~", ""))),
                Named.of(
                        "with what informs only",
                        text -> recounted(text.replace("LX*1~", "LX*1~TS3*1234567893*11*20261231*1*190~TS2*1*2*3~")
                                .replace(
                                        "DTM*472*20261001~",
                                        "DTM*472*20261001~LQ*HE*N211~LQ*RX*70~AMT*B6*97.6~QTY*ZK*1~")
                                .replace(
                                        "SVC*HC:99214",
                                        "MIA*0***0~MOA***MA01~DTM*050*20261030~PER*CX**TE*8005551212~"
                                                + "SVC*HC:99214"))),
                Named.of(
                        "with segments of nobody",
                        text -> recounted(text.replace("LX*1~", "LX*1~ZZZ*1~").replace("CAS*PR*3", "XYZ*7~CAS*PR*3"))));
    }

    @ParameterizedTest
    @CsvSource({
        ".5, 50",
        "0.50, 50",
        "-0, 0",
        "0, 0",
        "100.0, 10000",
        "00100, 10000",
        "9999999999999999.99, 999999999999999999"
    })
    void readsAmountsExactly(String amount, String cents) {
        send(Era.paying("0")
                        .bpr("BPR*I*" + amount + "*C*ACH************20261102")
                        .claim("CLP*NOBODY*1*" + amount + "*" + amount + "**12*X*11*1"))
                .then()
                .statusCode(201)
                .body("status", equalTo("POSTED"));
        assertThat(balance("clearing")).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"100.", "1E3", "1.234", "+5", "1 0", "$5", "'1,000'", "99999999999999999", "-", "--1", "."})
    void holdsAmountsThatAreNone(String amount) {
        send(Era.paying("0").bpr("BPR*I*" + amount + "*C*ACH************20261102"))
                .then()
                .statusCode(201)
                .body("status", equalTo("HELD"), "transactions[0].reasons.code", hasItem("BAD_AMOUNT"));
        send(Era.paying("0").plb("PLB*1234567893*20261231*WO:R*" + amount))
                .then()
                .statusCode(201)
                .body("status", equalTo("HELD"), "transactions[0].reasons.code", hasItem("BAD_AMOUNT"));
        Response claim = send(Era.paying("0").claim("CLP*NOBODY*1*" + amount + "*0**12*X*11*1"));
        claim.then().statusCode(201).body("status", equalTo("PARTLY_POSTED"));
        claims(claim).body("items[0].outcome", equalTo("HELD"), "items[0].reasons.code", hasItem("BAD_AMOUNT"));
        books("clearing", 0, "suspense", 0, "unapplied", 0);
    }

    @Test
    void keepsPostingWhateverSumsComeTogether() {
        String most = "9999999999999999.99";
        for (int i = 0; i < 12; i++) {
            send(Era.paying(most).claim("CLP*N" + i + "*1*" + most + "*" + most + "**12*X*11*1"))
                    .then()
                    .body("status", equalTo("POSTED"));
        }
        assertThat(balance("clearing"))
                .isEqualTo(BigInteger.valueOf(999_999_999_999_999_999L)
                        .multiply(BigInteger.valueOf(12))
                        .toString());
    }

    @Test
    void postsProviderAdjustmentsWithoutAnyClaim() {
        send(Era.paying("-25").plb("PLB*1234567893*20261231*CS:A*20*ir*5"))
                .then()
                .body("status", equalTo("POSTED"), "transactions[0].balanced", equalTo(true));
        books("clearing", -2500, "provider-adjustment.CS", 2000, "provider-adjustment.IR", 500);
    }

    @Test
    void postsEachOfVeryManyProviderAdjustments() {
        int segments = 1_700;
        Era era = Era.paying("-" + segments * 6 + ".00");
        for (int i = 0; i < segments; i++) {
            era.plb("PLB*1234567893*20261231*WO:A*1*WO:B*1*WO:C*1*FB:D*1*FB:E*1*L6:F*1");
        }
        Response answer = send(era);
        answer.then()
                .body("status", equalTo("POSTED"), "transactions[0].providerAdjustments", hasSize(10_000))
                .body("transactions[0].warnings.code", hasItem("MORE_PROVIDER_ADJUSTMENTS"));
        books("clearing", segments * -600, "recoupment", segments * 300, "forwarding", segments * 200);
    }

    @Test
    void rejectsWhatHasNoPaymentOrNoTrace() {
        String file = text(Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1"));
        for (String segment : new String[] {"BPR", "TRN"}) {
            send(recounted(file.replaceAll(segment + "[^~]*~", "")).getBytes(StandardCharsets.ISO_8859_1))
                    .then()
                    .statusCode(201)
                    .body("status", equalTo("REJECTED"))
                    .body("transactions[0].reasons.code", contains("MISSING_SEGMENT"))
                    .body("transactions[0].reasons.segment", contains(segment));
        }
        send(recounted(file.replaceAll("BPR[^~]*~", "BPR~")).getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .body("status", equalTo("HELD"), "transactions[0].reasons.code", hasItem("BAD_AMOUNT"));
        books("clearing", 0);
    }

    @Test
    void holdsWhatIsTooLongToBeAnIdentifier() {
        String endless = "X".repeat(5_000);
        Response claims = send(Era.paying("15")
                .claim("CLP*" + endless + "*1*5*5**12*X*11*1")
                .claim("CLP*A*1*5*5**12*" + endless + "*11*1")
                .claim("CLP*B*1*5*5**12*Y*11*1", "NM1*QC*1*DOE*JANE****MI*" + endless));
        claims.then().statusCode(201).body("status", equalTo("PARTLY_POSTED"));
        claims(claims)
                .body("items.outcome", contains("HELD", "HELD", "HELD"))
                .body("items.reasons.code.flatten()", hasItem("TOO_LONG"), "items.balanced", not(hasItem(false)));
        books("clearing", 1500, "suspense", -1500);

        Response whole = send(Era.paying("5").trace(endless).claim("CLP*A*1*5*5**12*X*11*1"));
        whole.then().body("status", equalTo("HELD"), "transactions[0].reasons.code", contains("TOO_LONG"));
        decided(whole, "accept", 200);
        books("clearing", 2000, "suspense", -1500, "unapplied", -500);
    }

    @Test
    void listsTheFirstOfVeryManyWarnings() {
        Era era = Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1");
        for (int i = 0; i < 3_000; i++) {
            era.claim("ZZZ*" + i);
        }
        Response answer = send(era);
        answer.then().body("status", equalTo("POSTED"));
        assertThat(answer.jsonPath().getList("transactions[0].warnings").size()).isBetween(100, 250);
        answer.then().body("transactions[0].warnings.code", hasItem("MORE"));
    }

    @Test
    void holdsTheTransactionsOfTheWrongInterchangeAlone() {
        String good = text(Era.paying("5").interchange("000000005").claim("CLP*A*1*5*5**12*X*11*1"));
        String wrong = text(Era.paying("7").interchange("000000006").claim("CLP*B*1*7*7**12*Y*11*1"))
                .replace("IEA*1*", "IEA*4*");

        send((good + "\r\n" + wrong).getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(201)
                .body("status", equalTo("PARTLY_POSTED"))
                .body("transactions.status", contains("POSTED", "HELD"), "transactions.ordinal", contains(1, 2))
                .body("transactions[0].reasons", empty(), "transactions[1].reasons.code", contains("GROUP_COUNT"));
        books("clearing", 500);
    }

    private String balance(String account) {
        return as("auditor")
                .get("/api/v1/ledger/trial-balance")
                .jsonPath()
                .getString("accounts.find { it.code == '" + account + "' }?.balanceCents ?: 0");
    }

    private static String text(Era era) {
        return new String(era.file(), StandardCharsets.ISO_8859_1);
    }

    /** Counts the segments of the first transaction anew. */
    private static String recounted(String file) {
        String transaction = file.substring(file.indexOf("ST*"), file.indexOf("SE*"));
        long count = transaction.chars().filter(c -> c == '~').count() + 1;
        return file.replaceFirst("SE\\*\\d+", "SE*" + count);
    }
}
