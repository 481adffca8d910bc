package dev.superbill.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.PracticeId;
import dev.superbill.phi.AccessChain;
import dev.superbill.phi.AccessChain.Fault;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import dev.superbill.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class AccessLogTest {

    @Inject
    AccessLog accessLog;

    @Inject
    PracticeContext context;

    @Test
    void chainsEveryEntryOfManyReadersAtOnce() throws Exception {
        String practice = newPractice();
        try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String path = "/api/v1/notes/" + i;
                all.add(readers.submit(() -> read(practice, path)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(faults(practice)).isEmpty();
        assertThat(query("select count(*) from access_log where practice_id = '" + practice + "'"))
                .isEqualTo("200");
        assertThat(faultsInSql(practice)).isEmpty();
    }

    /** Goal: every kind of tampering is named at its entry. Method: each is done in turn to a chain of its own. */
    @Test
    void namesWhatWasTamperedWith() throws Exception {
        Map<String, Long> tamperings = Map.of(
                "update access_log set actor = 'nobody' where sequence = 3", 3L,
                "update access_log set at = at + interval '1 second' where sequence = 2", 2L,
                "update access_log set path = path || ' ' where sequence = 5", 5L,
                "delete from access_log where sequence = 1", 2L,
                "delete from access_log where sequence = 4", 5L,
                "delete from access_log where sequence = 5", 5L,
                "delete from access_log where true", 1L,
                "update access_log set sequence = 6 where sequence = 5", 6L,
                "update access_log_head set hash = sha256('x') where true", 5L);
        for (Map.Entry<String, Long> tampering : tamperings.entrySet()) {
            String practice = newPractice();
            for (int i = 0; i < 5; i++) {
                read(practice, "/api/v1/notes/" + i);
            }
            assertThat(faults(practice)).isEmpty();

            tamper(tampering.getKey() + " and practice_id = '" + practice + "'");

            assertThat(faults(practice))
                    .as(tampering.getKey())
                    .extracting(Fault::sequence)
                    .containsExactly(tampering.getValue());
        }
    }

    @Test
    void refusesChangesEvenByTheOwner() throws SQLException {
        read(newPractice(), "/api/v1/notes/1");

        for (String sql :
                List.of("update access_log set actor = 'x'", "delete from access_log", "truncate access_log")) {
            try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
            }
        }
    }

    private void read(String practice, String path) {
        context.run(new PracticeId(practice), "biller", () -> accessLog.append("read note", path));
    }

    private static List<Fault> faults(String practice) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser()) {
            return AccessChain.verify(connection).stream()
                    .filter(fault -> fault.practice().equals(practice))
                    .toList();
        }
    }

    /** The query of docs/operations/access-log.md, for one practice. */
    private static String faultsInSql(String practice) throws SQLException {
        return query("""
                select coalesce(string_agg(sequence::text, ','), '') from (
                  select l.*, lag(hash, 1, decode(repeat('00', 32), 'hex')) over (partition by practice_id order by sequence) as former
                  from access_log l) as chained,
                  lateral (select string_agg(octet_length(field)::text::bytea || ':'::bytea || field || ','::bytea, ''::bytea order by place) as said
                    from unnest(array[convert_to(practice_id, 'UTF8'), sequence::text::bytea, id::text::bytea,
                      (extract(epoch from at) * 1000000)::bigint::text::bytea, convert_to(actor, 'UTF8'), convert_to(action, 'UTF8'),
                      convert_to(path, 'UTF8')]) with ordinality as fields(field, place)) as entry
                where hash <> sha256(former || said) and practice_id = '%s'
                """.formatted(practice));
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As somebody who may do anything to the database. */
    private static void tamper(String sql) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static String newPractice() {
        return "p" + UUID.randomUUID().toString().substring(0, 13);
    }
}
