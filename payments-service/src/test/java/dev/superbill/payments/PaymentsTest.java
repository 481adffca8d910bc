package dev.superbill.payments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.superbill.kernel.Money;
import dev.superbill.kernel.PracticeId;
import dev.superbill.kernel.UuidV7;
import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.Concern;
import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.ledger.Ledger;
import dev.superbill.payments.receivable.ClaimAccounts;
import dev.superbill.payments.receivable.MemberCharge;
import dev.superbill.payments.receivable.PostingSession;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books on real parts: what the database refuses, what events become, what reports say. Each test has a practice of its own. */
@QuarkusTest
@Backed(service = "payments")
class PaymentsTest {

    private static final String PAYER_CHANGED = "dev.superbill.claims.payer-changed.v1";
    private static final String ACCOUNT_CHANGED = "dev.superbill.payments.account-changed.v1";
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("America/New_York"));

    @Inject
    Ledger ledger;

    @Inject
    ClaimAccounts accounts;

    @Inject
    PracticeContext context;

    @Test
    void refusesToChangeOrDeleteWhatIsOnTheBooks() {
        String practice = newPractice();
        post(practice, entry(TODAY, 500));

        for (String table : List.of("journal_entry", "posting", "closed_day")) {
            assertThatThrownBy(() -> asApp(practice, "delete from " + table)).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asApp(practice, "update " + table + " set practice_id = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asApp(practice, "truncate " + table)).hasMessageContaining("permission denied");
        }
        for (String table : List.of("journal_entry", "posting")) {
            assertThatThrownBy(() -> asSuperuser("update " + table + " set practice_id = 'x'"))
                    .hasMessageContaining("append-only");
            assertThatThrownBy(() -> asSuperuser("truncate " + table + " cascade"))
                    .hasMessageContaining("append-only");
        }
        for (String table : List.of("account_total", "receivable_total")) {
            assertThatThrownBy(() -> asApp(practice, "delete from " + table)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesAnEntryThatDoesNotBalance() {
        String practice = newPractice();
        assertThatThrownBy(() -> asApp(practice, unbalanced("(1, 'clearing', 5), (2, 'unapplied', -4)")))
                .hasMessageContaining("sum to zero");
        assertThatThrownBy(() -> asApp(practice, unbalanced("(1, 'clearing', 5)")))
                .hasMessageContaining("sum to zero");
        assertThat(balance(practice, TODAY).getList("accounts")).isEmpty();
    }

    @Test
    void postsAnEntryOnceHoweverOftenItComes() {
        String practice = newPractice();
        JournalEntry entry = entry(TODAY, 700);

        assertThat(post(practice, entry, entry(TODAY, 300))).isEqualTo(2);
        assertThat(post(practice, entry)).isZero();

        assertThat(cents(practice, TODAY, "clearing")).isEqualTo(1_000);
    }

    @Test
    void showsTheBooksAsOfAnyDay() {
        String practice = newPractice();
        post(practice, entry(TODAY.minusDays(40), 100), entry(TODAY.minusDays(10), 20), entry(TODAY, 3));

        assertThat(cents(practice, TODAY, "clearing")).isEqualTo(123);
        assertThat(cents(practice, TODAY.minusDays(1), "clearing")).isEqualTo(120);
        assertThat(cents(practice, TODAY.minusDays(11), "clearing")).isEqualTo(100);
        as("auditor", practice)
                .get("/api/v1/ledger/trial-balance")
                .then()
                .statusCode(200)
                .body("asOf", equalTo(TODAY.toString()), "debitCents", equalTo(123), "creditCents", equalTo(123))
                .body("accounts.find { it.code == 'unapplied' }.balanceCents", equalTo(-123))
                .body("accounts.name", hasItem("Remittance clearing"));
        as("auditor", practice)
                .get("/api/v1/ledger/trial-balance?asOf=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("asOf"));
    }

    @Test
    void findsEntriesByDocumentAccountAndClaim() {
        String practice = newPractice();
        UUID remittance = UuidV7.next();
        UUID claim = UuidV7.next();
        Document first = document("remittance:" + remittance + "/1", TODAY);
        Document second = document("remittance:" + remittance + "/2", TODAY);
        Concern concern = new Concern(claim, null, null, null, null, null, null);
        post(
                practice,
                move(first, "1", AccountCode.UNAPPLIED, 10, concern),
                move(first, "2", AccountCode.SUSPENSE, 20, Concern.NONE),
                move(second, "1", AccountCode.UNAPPLIED, 30, Concern.NONE),
                entry(TODAY, 40));

        entries(practice, "source=remittance:" + remittance, 3);
        entries(practice, "source=remittance:" + remittance + "/1", 2);
        entries(practice, "source=remittance:" + remittance + "&account=suspense", 1);
        entries(practice, "claim=" + claim, 1);
        entries(practice, "account=clearing", 4);
        JsonPath page = as("manager", practice)
                .get("/api/v1/ledger/entries?limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3), "items[0].postings", hasSize(2), "next", notNullValue())
                .extract()
                .jsonPath();
        as("manager", practice)
                .get("/api/v1/ledger/entries?limit=3&cursor=" + page.getString("next"))
                .then()
                .body("items", hasSize(1), "next", nullValue());
        as("manager", practice)
                .get("/api/v1/ledger/entries?account=petty-cash")
                .then()
                .statusCode(400);
    }

    @Test
    void postsALateDocumentToTheNextOpenDay() {
        String practice = newPractice();
        as("billing-manager", practice)
                .body(Map.of("through", TODAY.toString()))
                .post("/api/v1/ledger/close")
                .then()
                .statusCode(422)
                .body("code", equalTo("DAY_NOT_OVER"));
        as("billing-manager", practice)
                .body(Map.of("through", TODAY.minusDays(5).toString()))
                .post("/api/v1/ledger/close")
                .then()
                .statusCode(200)
                .body("closedThrough", equalTo(TODAY.minusDays(5).toString()));

        post(practice, entry(TODAY.minusDays(30), 100));

        assertThat(cents(practice, TODAY.minusDays(5), "clearing")).isZero();
        assertThat(cents(practice, TODAY.minusDays(4), "clearing")).isEqualTo(100);
        assertThatThrownBy(() -> asApp(
                        practice,
                        "insert into journal_entry (id, business_date, source, memo, who) values (gen_random_uuid(), date '"
                                + TODAY.minusDays(5) + "', 's', 'm', 'w')"))
                .hasMessageContaining("The day is closed");
    }

    @Test
    void postsAChargeOnceHoweverOftenTheClaimIsTold() {
        String practice = newPractice();
        ToldClaim claim = new ToldClaim(practice, TODAY.minusDays(45), 19_000);
        TestEvents.publish("claims.payer", claim.payerId.toString(), PAYER_CHANGED, practice, claim.payer());
        claim.tell(1);
        claim.tell(2);
        claim.chargeCents = 21_000;
        claim.tell(3);

        Eventually.asserted(() -> as("frontdesk", practice)
                .get("/api/v1/accounts/" + claim.encounterId)
                .then()
                .statusCode(200)
                .body("chargeCents", equalTo(21_000), "payerBalanceCents", equalTo(21_000))
                .body("claims[0].claimId", equalTo(claim.claimId.toString())));
        assertThat(cents(practice, TODAY, "revenue")).isEqualTo(-21_000);
        assertThat(cents(practice, TODAY.minusDays(1), "revenue")).isEqualTo(-19_000);
        entries(practice, "source=charge:" + claim.encounterId, 2);
        Eventually.asserted(() -> as("billing-manager", practice)
                .get("/api/v1/reports/aging?by=payer")
                .then()
                .statusCode(200)
                .body("totalCents", equalTo(21_000), "items[0].name", equalTo("Acme Health"))
                .body("items[0].buckets.'31-60'", equalTo(21_000), "items[0].buckets.'120+'", equalTo(0)));
        SentEvent told = TestEvents.awaitSent(
                "payments.account",
                event -> event.key().equals(claim.encounterId.toString())
                        && event.payload().path("payerBalanceCents").asLong() == 21_000);
        EventContracts.check(ACCOUNT_CHANGED, told.payload().toString());
    }

    @Test
    void booksAPayersAnswerAndShowsThePatientsAccount() {
        String practice = newPractice();
        ToldClaim claim = new ToldClaim(practice, TODAY.minusDays(3), 19_000);
        claim.tell(1);
        Eventually.asserted(() -> as("biller", practice)
                .get("/api/v1/accounts/" + claim.encounterId)
                .then()
                .statusCode(200));
        Document document = document("remittance:" + UuidV7.next() + "/1", TODAY);

        transact(practice, () -> {
            PostingSession session = accounts.begin();
            var account = session.byControlNumber(claim.controlNumber).orElseThrow();
            assertThat(session.byMember(new MemberCharge("m123", claim.serviceDate, Money.ofCents(19_000))))
                    .containsExactly(account);
            assertThat(session.byPayerControlNumber("ICN-" + claim.controlNumber))
                    .containsExactly(account);
            assertThat(account.lines()).hasSize(1);
            var receivable = account.receivableOf(claim.payerId, 1);
            session.add(account.pay(document, "1/PAY", receivable, AccountCode.CLEARING, Money.ofCents(7_260), "T"));
            session.add(account.patientResponsibility(document, "1/PR", receivable, Money.ofCents(4_300), "PR-3"));
            session.add(account.writeOff(document, "1/CO", receivable, Money.ofCents(7_440), "CO-45"));
            session.add(account.settle(document, "1/settle"));
            session.finish();
            return 0;
        });

        assertThat(cents(practice, TODAY, "clearing")).isEqualTo(7_260);
        assertThat(cents(practice, TODAY, "adjustment.contractual")).isEqualTo(7_440);
        assertThat(cents(practice, TODAY, "ar.patient")).isEqualTo(4_300);
        assertThat(cents(practice, TODAY, "ar.payer")).isZero();
        as("manager", practice)
                .get("/api/v1/accounts/patients/" + claim.patientId)
                .then()
                .statusCode(200)
                .body("payerCents", equalTo(0), "patientCents", equalTo(4_300), "encounters", hasSize(1))
                .body("encounters[0].paidCents", equalTo(7_260), "encounters[0].adjustedCents", equalTo(7_440));
        as("biller", practice)
                .get("/api/v1/accounts?patient=" + claim.patientId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "next", nullValue());
        as("auditor", practice)
                .get("/api/v1/reports/aging?by=patient")
                .then()
                .body("totalCents", equalTo(4_300), "items[0].id", equalTo(claim.patientId.toString()));
    }

    /** Goal: aging ties to the trial balance. Method: random receivables over half a year, both reports on many days. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agesExactlyWhatTheTrialBalanceSays(long seed) {
        String practice = newPractice();
        Random random = new Random(seed);
        List<UUID> parties = List.of(UuidV7.next(), UuidV7.next(), UuidV7.next());
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            UUID party = parties.get(random.nextInt(parties.size()));
            LocalDate service = TODAY.minusDays(random.nextInt(200));
            Concern concern = new Concern(null, null, party, party, 1, "X" + i, service);
            Document document =
                    document("remittance:" + UUID.randomUUID() + "/1", TODAY.minusDays(random.nextInt(150)));
            document.move(
                            "1",
                            "random",
                            random.nextBoolean() ? AccountCode.PAYER_RECEIVABLE : AccountCode.PATIENT_RECEIVABLE,
                            random.nextInt(3) == 0 ? AccountCode.PAYER_RECEIVABLE : AccountCode.REVENUE,
                            Money.ofCents(random.nextInt(-30_000, 60_000)),
                            concern,
                            null)
                    .ifPresent(entries::add);
        }
        post(practice, entries.toArray(JournalEntry[]::new));

        for (int days = 0; days <= 200; days += 25) {
            LocalDate asOf = TODAY.minusDays(days);
            JsonPath balance = balance(practice, asOf);
            assertThat(balance.getLong("debitCents")).isEqualTo(balance.getLong("creditCents"));
            for (String by : List.of("payer", "patient")) {
                JsonPath aging = as("auditor", practice)
                        .get("/api/v1/reports/aging?by=" + by + "&asOf=" + asOf)
                        .jsonPath();
                assertThat(aging.getLong("totalCents"))
                        .as("seed %d, %s as of %s", seed, by, asOf)
                        .isEqualTo(cents(practice, asOf, "ar." + by));
                assertThat(aging.<Map<String, Number>>getList("items.buckets").stream()
                                .flatMap(buckets -> buckets.values().stream())
                                .mapToLong(Number::longValue)
                                .sum())
                        .isEqualTo(aging.getLong("totalCents"));
                if (days == 0) {
                    assertThat(inParts(practice, by, asOf)).isEqualTo(aging.<String>getList("items.id"));
                }
            }
        }
    }

    /** The same aging, debtor by debtor. */
    private static List<String> inParts(String practice, String by, LocalDate asOf) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath part = as("auditor", practice)
                    .get("/api/v1/reports/aging?limit=1&by=" + by + "&asOf=" + asOf
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .jsonPath();
            ids.addAll(part.getList("items.id"));
            next = part.getString("next");
        }
        return ids;
    }

    @Test
    void chargesThePatientOfAVisitThatNoPayerIsBilledFor() {
        String practice = newPractice();
        UUID encounter = UuidV7.next();
        UUID patient = UuidV7.next();
        Map<String, Object> visit = new HashMap<>(Map.of(
                "encounterId",
                encounter,
                "version",
                0,
                "patientId",
                patient,
                "patientControlNumber",
                "S"
                        + Long.toString(encounter.getLeastSignificantBits() >>> 1, 36)
                                .toUpperCase(Locale.ROOT),
                "serviceDate",
                TODAY.minusDays(3),
                "chargeCents",
                19_000));
        TestEvents.publish(
                "claims.claim", encounter.toString(), "dev.superbill.claims.self-pay-charged.v1", practice, visit);
        Eventually.asserted(() -> as("biller", practice)
                .get("/api/v1/accounts/patients/" + patient)
                .then()
                .body("payerCents", equalTo(0), "patientCents", equalTo(19_000)));
        assertThat(cents(practice, TODAY, "ar.patient")).isEqualTo(19_000);
        assertThat(cents(practice, TODAY, "revenue")).isEqualTo(-19_000);
        as("manager", practice).get("/api/v1/reports/aging?by=patient").then().body("totalCents", equalTo(19_000));
    }

    @Test
    void showsNothingOfAnotherPractice() {
        String practice = newPractice();
        ToldClaim claim = new ToldClaim(practice, TODAY, 5_000);
        claim.tell(1);
        Eventually.asserted(() -> as("biller", practice)
                .get("/api/v1/accounts/" + claim.encounterId)
                .then()
                .statusCode(200));

        String other = newPractice();
        as("biller", other).get("/api/v1/accounts/" + claim.encounterId).then().statusCode(404);
        as("biller", other)
                .get("/api/v1/accounts/patients/" + claim.patientId)
                .then()
                .statusCode(404);
        assertThat(balance(other, TODAY).getList("accounts")).isEmpty();
        entries(other, "claim=" + claim.claimId, 0);
        as("auditor", other).get("/api/v1/reports/aging").then().body("totalCents", equalTo(0), "items", hasSize(0));
    }

    @Test
    void showsTheBooksOnlyToThoseWhoMay() {
        for (String path : List.of("/ledger/trial-balance", "/ledger/entries", "/reports/aging", "/ledger/close")) {
            given().get("/api/v1" + path).then().statusCode(401);
            as("biller", "maple").get("/api/v1" + path).then().statusCode(403);
            as("frontdesk", "maple").get("/api/v1" + path).then().statusCode(403);
            as("manager", "maple").get("/api/v1" + path).then().statusCode(200);
        }
        as("provider", "maple")
                .get("/api/v1/accounts/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        as("auditor", "maple")
                .body(Map.of("through", "2026-01-01"))
                .post("/api/v1/ledger/close")
                .then()
                .statusCode(403);
        as("biller", "maple").get("/api/v1/accounts").then().statusCode(400);
    }

    private static String unbalanced(String postings) {
        return """
                with e as (insert into journal_entry (id, business_date, source, memo, who)
                  values (gen_random_uuid(), current_date, 's', 'm', 'w') returning sequence, business_date)
                select 1 from e;
                insert into posting (entry_sequence, business_date, ordinal, account, amount_cents)
                select e.sequence, e.business_date, p.* from (select max(sequence) as sequence, max(business_date) as business_date
                  from journal_entry) e, (values %s) p
                """.formatted(postings);
    }

    private static Document document(String source, LocalDate day) {
        return new Document(UuidV7.next(), source, day, "test");
    }

    private static JournalEntry entry(LocalDate day, long cents) {
        return move(document("test:" + UUID.randomUUID(), day), "1", AccountCode.UNAPPLIED, cents, Concern.NONE);
    }

    private static JournalEntry move(Document document, String name, AccountCode credit, long cents, Concern concern) {
        return document.move(name, "test", AccountCode.CLEARING, credit, Money.ofCents(cents), concern, null)
                .orElseThrow();
    }

    private int post(String practice, JournalEntry... entries) {
        return transact(practice, () -> ledger.post(List.of(entries)).size());
    }

    private <T> T transact(String practice, Supplier<T> work) {
        return context.as(
                new PracticeId(practice),
                "test",
                () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static String newPractice() {
        return "p" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static RequestSpecification as(String user, String practice) {
        return given().header("Authorization", Tokens.bearer(user + "@" + practice))
                .contentType(ContentType.JSON);
    }

    private static void entries(String practice, String query, int count) {
        as("auditor", practice)
                .get("/api/v1/ledger/entries?" + query)
                .then()
                .statusCode(200)
                .body("items", hasSize(count));
    }

    private static JsonPath balance(String practice, LocalDate asOf) {
        return as("auditor", practice)
                .get("/api/v1/ledger/trial-balance?asOf=" + asOf)
                .jsonPath();
    }

    private static long cents(String practice, LocalDate asOf, String account) {
        Object cents = balance(practice, asOf).get("accounts.find { it.code == '" + account + "' }?.balanceCents");
        return cents == null ? 0 : ((Number) cents).longValue();
    }

    private static void asApp(String practice, String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("payments").connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (ResultSet bound =
                    statement.executeQuery("select set_config('app.practice', '" + practice + "', true)")) {
                bound.next();
            }
            statement.execute(sql);
            connection.commit();
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("payments").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
