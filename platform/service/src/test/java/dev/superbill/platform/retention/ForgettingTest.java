package dev.superbill.platform.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.testing.Backed;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class ForgettingTest {

    private static final int MORE_THAN_TWO_BATCHES = 10_500;

    @Inject
    Forgetting forgetting;

    @Test
    void forgetsEventsThatNobodyCanSendAgainAndKeepsTheOthers() throws SQLException {
        execute("""
                insert into consumed_event (consumer, event_id, practice_id, consumed_at)
                select 'staff.past', gen_random_uuid(), 'maple', now() - interval '501 days' from generate_series(1, %d)
                union all select 'staff.past', gen_random_uuid(), 'maple', now() - interval '499 days'
                """.formatted(MORE_THAN_TWO_BATCHES));

        forgetting.forget();

        assertThat(count("select count(*) from consumed_event where consumer = 'staff.past'"))
                .isOne();
    }

    @Test
    void forgetsAnswersOfEachPracticeAfterAWhile() throws SQLException {
        for (String user : new String[] {"biller", "biller@cedar"}) {
            write(user, "old");
            write(user, "new");
        }
        execute("update idempotency_key set created_at = now() - interval '91 days' where key = 'old'");
        execute("update idempotency_key set created_at = now() - interval '89 days' where key = 'new'");

        forgetting.forget();

        assertThat(count("select count(*) from idempotency_key where key = 'old'"))
                .isZero();
        assertThat(count("select count(*) from idempotency_key where key = 'new'"))
                .isEqualTo(2);
    }

    private static void write(String user, String key) {
        given().header("Authorization", Tokens.bearer(user))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "kept " + UUID.randomUUID()))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
