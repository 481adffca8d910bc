package dev.superbill.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The services' databases, read only and each as it was at one moment. The role has to see the rows of all practices.
 *
 * @param server such as {@code 127.0.0.1:15432}
 */
public record Databases(String server, String user, String password) {

    private static final int ROWS_AT_ONCE = 2_000;

    /** What is done with each row of an answer. */
    @FunctionalInterface
    interface Rows {
        void accept(ResultSet row) throws SQLException;
    }

    /** All databases at one moment, until it is closed. */
    final class Snapshot implements AutoCloseable {

        private final Map<String, Connection> open = new HashMap<>();

        /**
         * Runs a query in a service's database.
         *
         * @throws CheckException when it does not answer
         */
        void read(String service, String sql, Rows rows, Object... values) {
            try {
                Connection connection = open.get(service);
                if (connection == null) {
                    connection = connect(service);
                    open.put(service, connection);
                }
                try (PreparedStatement query = connection.prepareStatement(sql)) {
                    query.setFetchSize(ROWS_AT_ONCE);
                    for (int i = 0; i < values.length; i++) {
                        query.setObject(i + 1, values[i]);
                    }
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            rows.accept(row);
                        }
                    }
                }
            } catch (SQLException e) {
                throw new CheckException("The database of " + service + " cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            for (Connection connection : open.values()) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new CheckException("A database cannot be left: " + e.getMessage(), e);
                }
            }
        }
    }

    Snapshot snapshot() {
        return new Snapshot();
    }

    private Connection connect(String service) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?connectTimeout=5&socketTimeout=600&ApplicationName=superbill-check"
                        .formatted(server, service),
                user,
                password);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }
}
