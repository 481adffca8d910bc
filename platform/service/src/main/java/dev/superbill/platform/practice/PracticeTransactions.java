package dev.superbill.platform.practice;

import dev.superbill.kernel.PracticeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells PostgreSQL, at the start of every transaction, for which practice it runs. The setting is local to the
 * transaction, so that a pooled connection never carries it over; where it is absent the policies show no row.
 */
@ApplicationScoped
class PracticeTransactions {

    private final PracticeContext context;
    private final AgroalDataSource dataSource;
    private final TransactionManager transactions;
    private final Set<PracticeId> known = ConcurrentHashMap.newKeySet();

    PracticeTransactions(PracticeContext context, AgroalDataSource dataSource, TransactionManager transactions) {
        this.context = context;
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    void begin(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        Optional<PracticeId> practice = context.current();
        if (practice.isEmpty()) {
            return;
        }
        try {
            bind(practice.get());
        } catch (SQLException | RuntimeException e) {
            leaveNoneBehind(e);
            throw new IllegalStateException("The transaction could not be bound to its practice", e);
        }
    }

    private void bind(PracticeId practice) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement bind = connection.prepareStatement("select set_config('app.practice', ?, true)")) {
                bind.setString(1, practice.value());
                bind.execute();
            }
            if (!known.contains(practice)) {
                remember(connection, practice);
            }
        }
    }

    /**
     * Whoever begins a transaction takes a failure of this for one that has not begun, and ends nothing: it would stay with the
     * thread, and the thread's next work would join it and never be committed.
     */
    private void leaveNoneBehind(Exception fault) {
        try {
            transactions.rollback();
        } catch (SystemException | RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    /** Jobs go through the practices that a service has met; a rolled-back first meeting is met again after a restart. */
    private void remember(Connection connection, PracticeId practice) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into practice_seen (practice_id) values (?) on conflict do nothing")) {
            insert.setString(1, practice.value());
            if (insert.executeUpdate() == 0) {
                known.add(practice);
            }
        }
    }
}
