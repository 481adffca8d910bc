package dev.superbill.claims.submission;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Keeps two replicas from sending the same batch. The lock belongs to a connection of its own: it outlives the
 * transactions in between, and goes with the process when that dies.
 */
@ApplicationScoped
class BatchLock {

    private final AgroalDataSource dataSource;

    BatchLock(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does the work unless somebody else has the lock; outside of transactions. */
    void ifFree(UUID batchId, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            if (!call(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", batchId)) {
                return;
            }
            try {
                work.run();
            } finally {
                call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", batchId);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of a batch could not be taken or given back", e);
        }
    }

    private static boolean call(Connection connection, String sql, UUID batchId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, "batch " + batchId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
