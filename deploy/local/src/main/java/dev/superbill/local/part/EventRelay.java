package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way back for a relay whose slot is lost, or whose topics are. */
public final class EventRelay {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String USABLE =
            "select exists (select from pg_replication_slots where slot_name = 'outbox_' || current_database() and wal_status <> 'lost')";

    private static final String DROP = """
            select pg_terminate_backend(active_pid, 10000), pg_drop_replication_slot(slot_name)
            from pg_replication_slots where slot_name = 'outbox_' || current_database()
            """;

    private static final String MAKE =
            "select pg_create_logical_replication_slot('outbox_' || current_database(), 'pgoutput')";

    /**
     * What was done.
     *
     * @param slotMade whether the slot had to be made anew
     * @param events how many events are sent again
     * @param since from when on; the epoch for all that are kept
     */
    public record Resent(boolean slotMade, long events, Instant since) {}

    private final Relay relay;
    private final DatabaseServer server;

    public EventRelay(Home home, Settings settings) {
        this.relay = new Relay(home, settings, Databases.SERVICES);
        this.server = new DatabaseServer(home, settings);
    }

    /**
     * Sends a service's kept events again. A slot that is missing or lost, or that its connector refuses to read, is made
     * anew before, so that nothing falls between.
     *
     * @param since from when on; null for the time up to which the relay is known to have sent everything
     */
    public Resent resend(String service, @Nullable Instant since)
            throws IOException, SQLException, InterruptedException {
        try (Connection connection = server.connect(service)) {
            boolean renew = !isTrue(connection, USABLE) || !isRunning(relay.states(service));
            if (renew) {
                relay.tell(service, "PUT", "/stop");
                await(service, states -> states.equals(List.of("STOPPED")));
                execute(connection, DROP);
                execute(connection, MAKE);
                relay.tell(service, "DELETE", "/offsets");
            }
            Resent resent = resend(connection, since, renew);
            if (renew) {
                relay.tell(service, "PUT", "/resume");
                await(service, EventRelay::isRunning);
            }
            return resent;
        }
    }

    private static Resent resend(Connection connection, @Nullable Instant since, boolean renewed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select resend_outbox(f.since), greatest(f.since, '1970-01-01Z')
                from (select coalesce(?::timestamptz, resend_from()) as since) f
                """)) {
            select.setObject(1, since == null ? null : since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Resent(renewed, row.getLong(1), row.getTimestamp(2).toInstant());
            }
        }
    }

    private static boolean isRunning(List<String> states) {
        return states.size() > 1 && states.stream().allMatch("RUNNING"::equals);
    }

    private void await(String service, Predicate<List<String>> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.test(relay.states(service))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The connector of " + service + " stays " + relay.states(service));
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
