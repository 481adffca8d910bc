package dev.superbill.claims.encounter;

import static dev.superbill.claims.Practice.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.claims.Practice;
import dev.superbill.testing.Backed;
import dev.superbill.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Goal: encounters come in within twice the time of inserting their bare rows. Method: the same rows (encounter, claim, two
 * of its history, event) once through NDJSON over HTTP and once by JDBC batches. Run by hand, {@code -Dtest=IntakeBench}.
 */
@QuarkusTest
@Backed(service = "claims")
class IntakeBench {

    private static final Logger LOG = Logger.getLogger(IntakeBench.class);
    private static final int WARM_UP = 6_000;
    private static final int MEASURED = 10_000;
    private static final int PATIENTS = 200;
    private static final String BARE = "bare";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Practice practice = new Practice("ash");

    @Test
    void comparesWithBareRows() throws Exception {
        practice.bills();
        UUID payer = practice.payer();
        UUID provider = practice.provider();
        List<UUID> patients = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            UUID patient = practice.patient();
            practice.coverage(patient, payer, 1);
            patients.add(patient);
        }
        practice.bill(visit(patients.getLast(), provider, "99213", 100));
        send(patients, provider, 0, WARM_UP);

        Duration intake = timed(() -> send(patients, provider, WARM_UP, MEASURED));
        Duration bare = bareRows();

        LOG.infof(
                "%d encounters: %d ms by NDJSON (%d a second), %d ms as bare rows: %.2f times",
                MEASURED,
                intake.toMillis(),
                MEASURED * 1000L / intake.toMillis(),
                bare.toMillis(),
                (double) intake.toMillis() / bare.toMillis());
    }

    private void send(List<UUID> patients, UUID provider, int from, int count) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            // a patient comes once a day
            LocalDate day = Practice.TODAY.minusDays(i / PATIENTS);
            Map<String, Object> visit = visit(patients.get(i % PATIENTS), provider, "99213", 10_000 + i);
            Map<String, Object> line = Practice.line("99213", 10_000 + i);
            line.put("serviceDate", day.toString());
            visit.put("serviceDate", day.toString());
            visit.put("lines", List.of(line));
            body.append(JSON.writeValueAsString(visit)).append('\n');
        }
        String answers = practice.as("biller")
                .contentType("application/x-ndjson")
                .body(body.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/encounters")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(answers.lines().filter(line -> line.contains("\"id\""))).hasSize(count);
    }

    /** Writes copies of the last rows for another practice. */
    private Duration bareRows() throws Exception {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            Map<String, Integer> tables =
                    new HashMap<>(Map.of("encounter", 1, "claim", 1, "claim_history", 2, "outbox", 1));
            Map<String, List<String[]>> rows = new HashMap<>();
            Map<String, List<String[]>> columns = new HashMap<>();
            bind(connection, practice.name());
            for (Map.Entry<String, Integer> table : tables.entrySet()) {
                columns.put(table.getKey(), columns(connection, table.getKey()));
                rows.put(
                        table.getKey(),
                        rows(connection, table.getKey(), columns.get(table.getKey()), table.getValue()));
            }
            connection.commit();
            return timed(() -> {
                for (int from = 0; from < MEASURED; from += 500) {
                    bind(connection, BARE);
                    for (String table : List.of("encounter", "claim", "claim_history", "outbox")) {
                        int each = tables.get(table);
                        insert(
                                connection,
                                table,
                                columns.get(table),
                                rows.get(table).subList(from * each, (from + 500) * each));
                    }
                    connection.commit();
                }
            });
        }
    }

    private static Connection connect() throws SQLException {
        TestDatabase database = TestDatabase.of("claims");
        return DriverManager.getConnection(
                database.url() + "?reWriteBatchedInserts=true", database.appRole(), database.appRole());
    }

    private static void bind(Connection connection, String practice) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('app.practice', '" + practice + "', true)");
        }
    }

    private static List<String[]> columns(Connection connection, String table) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select column_name, udt_name from information_schema.columns where table_name = '" + table
                                + "' order by ordinal_position")) {
            while (row.next()) {
                columns.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return columns;
    }

    private static List<String[]> rows(Connection connection, String table, List<String[]> columns, int each)
            throws SQLException {
        List<String[]> rows = new ArrayList<>();
        String list = columns.stream().map(column -> column[0] + "::text").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + list + " from " + table
                        + " where practice_id = 'ash' order by id desc limit " + MEASURED * each)) {
            while (row.next()) {
                String[] values = new String[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = copied(columns.get(i), row.getString(i + 1));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static String copied(String[] column, String value) {
        if (column[0].equals("practice_id")) {
            return BARE;
        }
        return value != null && column[1].equals("uuid") ? "f" + value.substring(1) : value;
    }

    private static void insert(Connection connection, String table, List<String[]> columns, List<String[]> rows)
            throws SQLException {
        String names = columns.stream().map(column -> column[0]).collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> "?::" + column[1]).collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " (" + names + ") values (" + values + ")")) {
            for (String[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setString(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static Duration timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
