package dev.superbill.payments.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days that take no further entry. Who posts and who closes exclude each other, so that no entry slips into a closing day. */
final class ClosedDays {

    private static final String KEY = "hashtextextended('closed_day:' || current_practice(), 0)";

    private ClosedDays() {}

    /** The first day that takes entries, and takes them until the transaction ends. */
    static LocalDate firstOpenDay(Connection connection) throws SQLException {
        lock(connection, "select pg_advisory_xact_lock_shared(" + KEY + ")");
        LocalDate closed = closedThrough(connection);
        return closed == null ? LocalDate.MIN : closed.plusDays(1);
    }

    static void close(Connection connection, LocalDate through, String who) throws SQLException {
        lock(connection, "select pg_advisory_xact_lock(" + KEY + ")");
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into closed_day (closed_through, closed_by) values (?, ?) on conflict do nothing")) {
            insert.setObject(1, through);
            insert.setString(2, who);
            insert.executeUpdate();
        }
    }

    static @Nullable LocalDate closedThrough(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(closed_through) from closed_day");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, LocalDate.class);
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.execute();
        }
    }
}
