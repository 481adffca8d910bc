package dev.superbill.phi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The chain of a practice's access log: each entry has a hash over the hash before it and over what it says itself, so that
 * none can be changed, taken out, put in or reordered without all that follow.
 *
 * <p>The hash of an entry is {@code SHA-256(former ‖ practice ‖ sequence ‖ id ‖ at ‖ actor ‖ action ‖ path)}: the former
 * hash as its 32 bytes (zeros before the first entry), each of the others as its UTF-8 text with its length before and a
 * comma behind it ({@code 5:maple,}); the sequence counts from 1, the id is in lower case with hyphens, and {@code at} is
 * whole microseconds since 1970-01-01T00:00Z.
 */
public final class AccessChain {

    private static final int HASH_BYTES = 32;

    /** In one statement, so that entries and heads are of one moment. */
    private static final String ALL = """
            select practice_id, l.sequence, l.id, l.at, l.actor, l.action, l.path, l.hash, h.sequence, h.hash
            from access_log l full join access_log_head h using (practice_id)
            order by practice_id, l.sequence
            """;

    private AccessChain() {}

    /**
     * An entry of the log.
     *
     * @param at cut to microseconds, as a database keeps it
     */
    public record Entry(String practice, long sequence, UUID id, Instant at, String actor, String action, String path) {

        public Entry {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Something that is not as it was written; the sequence is that of the first entry that does not fit. */
    public record Fault(String practice, long sequence, String what) {}

    /** The hash before the first entry. */
    public static byte[] origin() {
        return new byte[HASH_BYTES];
    }

    /** The hash of an entry that follows one with the given hash. */
    public static byte[] hash(byte[] former, Entry entry) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        sha256.update(former);
        for (String field : List.of(
                entry.practice(),
                Long.toString(entry.sequence()),
                entry.id().toString(),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())),
                entry.actor(),
                entry.action(),
                entry.path())) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            sha256.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(text);
            sha256.update((byte) ',');
        }
        return sha256.digest();
    }

    /**
     * Reads a service's whole access log and computes every chain again, in constant memory.
     *
     * @param connection of a role that sees the rows of all practices; without a transaction under way
     * @return the first fault of each practice's chain; empty when all is as it was written
     */
    public static List<Fault> verify(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setFetchSize(1_000);
            try (ResultSet row = select.executeQuery()) {
                verify(row, faults);
            }
            return faults;
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void verify(ResultSet row, List<Fault> faults) throws SQLException {
        Set<String> broken = new HashSet<>();
        Walk walk = new Walk("");
        while (row.next()) {
            if (!row.getString(1).equals(walk.practice)) {
                walk.end(broken, faults);
                walk = new Walk(row.getString(1));
            }
            walk.step(row, broken, faults);
        }
        walk.end(broken, faults);
    }

    /** One practice's chain, entry by entry. */
    private static final class Walk {

        private final String practice;
        private byte[] former = origin();
        private long sequence;
        private long head;

        Walk(String practice) {
            this.practice = practice;
        }

        void step(ResultSet row, Set<String> broken, List<Fault> faults) throws SQLException {
            head = row.getLong(9);
            byte[] hash = row.getBytes(8);
            if (hash == null) {
                return;
            }
            String what = fault(row, sequence, former);
            sequence = row.getLong(2);
            former = hash;
            if (what.isEmpty() && sequence == head && !Arrays.equals(hash, row.getBytes(10))) {
                what = "the head of the chain has another hash";
            }
            found(what, sequence, broken, faults);
        }

        void end(Set<String> broken, List<Fault> faults) {
            if (head > sequence) {
                found("the entries from here on are gone", sequence + 1, broken, faults);
            } else if (head < sequence) {
                found("the head of the chain lies behind it", head + 1, broken, faults);
            }
        }

        private void found(String what, long at, Set<String> broken, List<Fault> faults) {
            if (!what.isEmpty() && broken.add(practice)) {
                faults.add(new Fault(practice, at, what));
            }
        }
    }

    private static String fault(ResultSet row, long before, byte[] former) throws SQLException {
        if (row.getLong(2) != before + 1) {
            return "an entry is missing before it";
        }
        Entry entry = new Entry(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7));
        return Arrays.equals(hash(former, entry), row.getBytes(8)) ? "" : "the entry was changed";
    }
}
