package dev.superbill.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.measure.Measure;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class MeasuresTest {

    /** A measure of the notes of all practices. */
    static class NoteMeasures {

        @Produces
        @Singleton
        Measure notes() {
            return new Measure("superbill.notes", null, "Notes", null, Measure.Total.SUM, "select count(*) from note");
        }
    }

    @Test
    void measuresTheWorkOfAllPracticesAndTheRelay() {
        note("biller", "first");
        note("biller@cedar", "second");

        Eventually.asserted(() -> {
            assertThat(measured("superbill_notes")).isGreaterThanOrEqualTo(2);
            assertThat(measured("superbill_outbox_unsent")).isZero();
            assertThat(measured("superbill_relay_slot_usable")).isOne();
            assertThat(measured("superbill_relay_connected")).isOne();
            assertThat(measured("superbill_relay_slot_retained_bytes")).isPositive();
        });
        assertThat(given().get("/q/metrics").asString()).doesNotContain("maple").doesNotContain("cedar");
    }

    @Test
    void sendsKeptEventsAgainAcrossThePartitionsOfTheOutbox() throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox (id, aggregatetype, aggregateid, type, source, time, subject, practice_id, dataschema,
                      payload, written_at)
                    select gen_random_uuid(), 'platform.note', 'resent', 'dev.superbill.platform.unread.v1', '/staff',
                      '2026-11-25T00:00:00Z', 'resent', 'maple', 'x', '{}', now() + make_interval(days => 7 * week)
                    from generate_series(0, 2) week
                    """);
            try (ResultSet resent = statement.executeQuery("select resend_outbox(now())")) {
                resent.next();
                assertThat(resent.getLong(1)).isGreaterThanOrEqualTo(2);
            }
        }
        Eventually.asserted(() -> assertThat(TestEvents.sent("platform.note"))
                .filteredOn(event -> event.key().equals("resent"))
                .hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    void dropsTheOutboxOfWeeksThatAreOver() throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table outbox_20260105 partition of outbox for values from ('2026-01-05Z') to ('2026-01-12Z')");
            statement.execute("call roll_outbox_partitions()");
            try (ResultSet left = statement.executeQuery(
                    "select count(*) filter (where relname = 'outbox_20260105'), count(*) from pg_inherits i"
                            + " join pg_class c on c.oid = i.inhrelid where i.inhparent = 'outbox'::regclass")) {
                left.next();
                assertThat(left.getInt(1)).isZero();
                assertThat(left.getInt(2)).isGreaterThanOrEqualTo(9);
            }
        }
    }

    private static void note(String user, String text) {
        given().header("Authorization", Tokens.bearer(user))
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);
    }

    private static double measured(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? ([-+.0-9eE]+)$")
                .matcher(given().get("/q/metrics").asString());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
