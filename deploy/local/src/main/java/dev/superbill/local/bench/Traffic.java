package dev.superbill.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Events as the databases of their producer and of their consumer have them: when written, when applied. */
final class Traffic {

    private static final String OPERATIONS = "ops";

    private final Machine machine;

    Traffic(Machine machine) {
        this.machine = machine;
    }

    /** When the practice's events of a topic were written; the transaction's begin, some milliseconds before its commit. */
    Map<UUID, Instant> written(String database, String topic, String practice) throws SQLException {
        return times(
                database,
                "select id, written_at from outbox where aggregatetype = ? and practice_id = ?",
                topic,
                practice);
    }

    /** When a consumer applied the practice's events. */
    Map<UUID, Instant> applied(String database, String consumer, String practice) throws SQLException {
        return times(
                database,
                "select event_id, consumed_at from consumed_event where consumer = ? and practice_id = ?",
                consumer,
                practice);
    }

    private Map<UUID, Instant> times(String database, String sql, String what, String practice) throws SQLException {
        try (Connection connection = machine.database(database);
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, what);
            select.setString(2, practice);
            Map<UUID, Instant> times = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    times.put(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
            return times;
        }
    }

    /** Where the server's log ends at this moment. */
    String logPosition() {
        return ask("select pg_current_wal_lsn()::text");
    }

    /** Whether the relay has sent what lies before a position of the log, of every database. */
    boolean hasRelayed(String position) {
        return ask("""
            select coalesce(bool_and(confirmed_flush_lsn >= '%s'::pg_lsn), true)::text
            from pg_replication_slots where slot_type = 'logical'
            """.formatted(position)).equals("true");
    }

    private String ask(String question) {
        try (Connection connection = machine.database("postgres");
                PreparedStatement select = connection.prepareStatement(question);
                ResultSet answer = select.executeQuery()) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database server does not answer", e);
        }
    }

    /** Whether no consumer has anything left to read. */
    boolean isQuiet() {
        JsonNode lag = machine.api().get(OPERATIONS, "/ops/lag").path("items");
        for (JsonNode one : lag) {
            if (one.path("lag").asLong() > 0) {
                return false;
            }
        }
        return true;
    }
}
