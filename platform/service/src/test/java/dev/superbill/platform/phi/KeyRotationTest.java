package dev.superbill.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.kernel.PracticeId;
import dev.superbill.phi.Keyring;
import dev.superbill.phi.Place;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestKeys;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class KeyRotationTest {

    private static final int ROWS = 450;

    @Inject
    PracticeContext context;

    @Inject
    KeyRotation rotation;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Phi phi;

    private final PracticeId practice =
            new PracticeId("p" + UUID.randomUUID().toString().substring(0, 13));

    /** Goal: a new key takes over without a gap. Method: more rows than a transaction does, one of them held by another. */
    @Test
    void sealsAnewWhatIsUnderAnOlderKey() throws SQLException {
        context.run(practice, "test", () -> QuarkusTransaction.requiringNew().run(this::insertRows));
        Keyring ring = TestKeys.withNext();
        KeyRotation anew = rotation.under(ring);

        try (Connection other = TestDatabase.of("staff").connectAsSuperuser();
                Statement hold = other.createStatement()) {
            other.setAutoCommit(false);
            hold.execute("select 1 from idempotency_key where key = 'key-7' and practice_id = '" + practice
                    + "' for update");
            context.run(practice, "test", anew::rotatePracticeAtWork);
            other.rollback();
        }
        assertThat(keysNotUnder(ring)).containsExactly("key-7");

        context.run(practice, "test", anew::rotatePracticeAtWork);

        assertThat(keysNotUnder(ring)).isEmpty();
    }

    private void insertRows() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into idempotency_key (practice_id, key, request_hash, body) values (?, ?, ?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setString(1, practice.value());
                insert.setString(2, "key-" + i);
                insert.setBytes(3, new byte[16]);
                insert.setBytes(4, phi.cipher().seal(place("key-" + i), bytes("body " + i)));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Also opens those that are under the active key. */
    private List<String> keysNotUnder(Keyring ring) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select key, body from idempotency_key where practice_id = '" + practice + "'")) {
            List<String> others = new ArrayList<>();
            int rows = 0;
            while (row.next()) {
                rows++;
                String key = row.getString(1);
                byte[] opened = ring.of(practice).open(place(key), row.getBytes(2));
                assertThat(opened).isEqualTo(bytes("body " + key.substring("key-".length())));
                if (!new String(row.getBytes(2), StandardCharsets.ISO_8859_1).contains(TestKeys.NEXT)) {
                    others.add(key);
                }
            }
            assertThat(rows).isEqualTo(ROWS);
            return others;
        }
    }

    private static Place place(String key) {
        return Place.of("idempotency_key", "body", key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
