package dev.superbill.platform.access;

import dev.superbill.kernel.PracticeId;
import dev.superbill.kernel.UuidV7;
import dev.superbill.phi.AccessChain;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.practice.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who has read what of patients, as one chain of hashes a practice ({@link AccessChain}). An entry is on disk before this
 * returns. Those who come while another writes are written together by the next one, so that a chain takes many readers at
 * the cost of a few transactions; several instances of a service take turns by the lock of the chain's head.
 */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger(AccessLog.class);
    private static final int LARGEST_GROUP = 500;

    private final PracticeContext context;
    private final Practices practices;
    private final AgroalDataSource dataSource;
    private final Clock clock;
    private final Map<PracticeId, Chain> chains = new ConcurrentHashMap<>();

    AccessLog(PracticeContext context, Practices practices, AgroalDataSource dataSource, Clock clock) {
        this.context = context;
        this.practices = practices;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Appends an entry for the practice and the actor at work.
     *
     * @param path without the query, in which a caller may have put a name
     * @throws IllegalStateException when it could not be written: what was read is not shown then
     */
    void append(String action, String path) {
        chains.computeIfAbsent(context.practice(), practice -> new Chain())
                .append(new Waiting(context.actor(), action, path));
    }

    /** Tells the logs, which are kept elsewhere, where the chains stand: whoever writes a whole chain anew is found out. */
    @Scheduled(every = "1h", delayed = "1m", identity = "tell-access-chains")
    void tellHeads() {
        practices.forEach(
                "tell-access-chains", () -> QuarkusTransaction.requiringNew().run(this::tellHead));
    }

    private void tellHead() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select sequence, hash from access_log_head");
                ResultSet row = select.executeQuery()) {
            if (row.next()) {
                LOG.infof(
                        "The access log of %s has %d entries, the last with hash %s",
                        context.practice(), row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The head of the access log could not be read", e);
        }
    }

    /** An entry on its way. */
    private static final class Waiting {

        private final String actor;
        private final String action;
        private final String path;
        private boolean done;
        private @Nullable RuntimeException failure;

        Waiting(String actor, String action, String path) {
            this.actor = actor;
            this.action = action;
            this.path = path;
        }
    }

    /** The chain of one practice as this instance appends to it. */
    private final class Chain {

        private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        private final ReentrantLock writing = new ReentrantLock();

        void append(Waiting entry) {
            waiting.add(entry);
            writing.lock();
            try {
                while (!entry.done) {
                    writeGroup();
                }
            } finally {
                writing.unlock();
            }
            if (entry.failure != null) {
                throw new IllegalStateException("The access log could not be written", entry.failure);
            }
        }

        private void writeGroup() {
            List<Waiting> group = new ArrayList<>();
            for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                group.add(next);
                if (group.size() == LARGEST_GROUP) {
                    break;
                }
            }
            try {
                QuarkusTransaction.requiringNew().run(() -> write(group));
            } catch (RuntimeException e) {
                group.forEach(entry -> entry.failure = e);
            } finally {
                group.forEach(entry -> entry.done = true);
            }
        }
    }

    private void write(List<Waiting> group) {
        String practice = context.practice().value();
        try (Connection connection = dataSource.getConnection()) {
            Head head = lockHead(connection);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into access_log (practice_id, sequence, id, at, actor, action, path, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                for (Waiting one : group) {
                    AccessChain.Entry entry = new AccessChain.Entry(
                            practice,
                            head.sequence() + 1,
                            UuidV7.next(clock),
                            clock.instant(),
                            one.actor,
                            one.action,
                            one.path);
                    head = new Head(entry.sequence(), AccessChain.hash(head.hash(), entry));
                    insert.setString(1, practice);
                    insert.setLong(2, entry.sequence());
                    insert.setObject(3, entry.id());
                    insert.setObject(4, entry.at().atOffset(ZoneOffset.UTC));
                    insert.setString(5, entry.actor());
                    insert.setString(6, entry.action());
                    insert.setString(7, entry.path());
                    insert.setBytes(8, head.hash());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            moveHead(connection, head);
        } catch (SQLException e) {
            throw new IllegalStateException("The access log could not be written", e);
        }
    }

    private record Head(long sequence, byte[] hash) {}

    /** Takes its turn at the chain; the first entry of a practice makes the head. */
    private static Head lockHead(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into access_log_head (sequence, hash) values (0, ?) on conflict do nothing")) {
            insert.setBytes(1, AccessChain.origin());
            insert.executeUpdate();
        }
        try (PreparedStatement select =
                        connection.prepareStatement("select sequence, hash from access_log_head for update");
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Head(row.getLong(1), row.getBytes(2));
        }
    }

    private static void moveHead(Connection connection, Head head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update access_log_head set sequence = ?, hash = ?")) {
            update.setLong(1, head.sequence());
            update.setBytes(2, head.hash());
            update.executeUpdate();
        }
    }
}
