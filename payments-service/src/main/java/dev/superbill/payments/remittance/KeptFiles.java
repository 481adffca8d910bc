package dev.superbill.payments.remittance;

import dev.superbill.kernel.PracticeId;
import dev.superbill.phi.Place;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.practice.PracticeContext;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files, in parts of a megabyte: a file of any size needs one part in memory. Each part is a transaction of
 * its own, so that a slow sender holds no connection. It is sealed to its place in its file, so that parts can be neither
 * exchanged nor put in another order.
 */
@ApplicationScoped
class KeptFiles {

    private static final int PART = 1 << 20;

    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Phi phi;

    KeptFiles(AgroalDataSource dataSource, PracticeContext context, Phi phi) {
        this.dataSource = dataSource;
        this.context = context;
        this.phi = phi;
    }

    /**
     * What was kept.
     *
     * @param sha256 in hex
     */
    record Kept(UUID id, long bytes, String sha256) {}

    /**
     * Keeps a stream to its end, outside of a transaction.
     *
     * @throws IOException when the sender breaks off; nothing is kept then
     */
    Kept keep(UUID id, InputStream in) throws IOException {
        MessageDigest sha256 = sha256();
        long bytes = 0;
        try {
            for (int ordinal = 0; ; ordinal++) {
                byte[] part = in.readNBytes(PART);
                if (part.length == 0) {
                    break;
                }
                sha256.update(part);
                bytes += part.length;
                int place = ordinal;
                QuarkusTransaction.requiringNew().run(() -> insert(id, place, part));
                if (part.length < PART) {
                    break;
                }
            }
        } catch (IOException | RuntimeException e) {
            discard(id);
            throw e;
        }
        return new Kept(id, bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    /** The bytes of a kept file from the beginning; each part is read when it is needed. */
    InputStream open(UUID id) {
        return new Parts(id);
    }

    /** Keeps the bytes of a file for another practice too. */
    void copy(UUID id, PracticeId other, UUID copyId) {
        for (int ordinal = 0; ; ordinal++) {
            byte[] part = read(id, ordinal);
            if (part.length == 0) {
                return;
            }
            int place = ordinal;
            context.run(
                    other,
                    context.actor(),
                    () -> QuarkusTransaction.requiringNew().run(() -> insert(copyId, place, part)));
        }
    }

    /** Throws away parts that belong to no remittance. */
    void discard(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> delete("remittance_id = ?", id));
    }

    /** Throws away what uploads have left that broke off with the service itself. */
    void discardAbandoned() {
        QuarkusTransaction.requiringNew()
                .run(() -> delete(
                        "kept_at < now() - interval '1 day' and not exists (select from remittance r where r.id = remittance_id)",
                        null));
    }

    private void insert(UUID id, int ordinal, byte[] part) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into remittance_chunk (remittance_id, ordinal, bytes) values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setInt(2, ordinal);
            insert.setBytes(3, phi.cipher().seal(place(id, ordinal), part));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A part of a file could not be kept", e);
        }
    }

    private void delete(String where, @Nullable UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from remittance_chunk where " + where)) {
            if (id != null) {
                delete.setObject(1, id);
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Parts of files could not be deleted", e);
        }
    }

    private byte[] read(UUID id, int ordinal) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement select = connection.prepareStatement(
                            "select bytes from remittance_chunk where remittance_id = ? and ordinal = ?")) {
                select.setObject(1, id);
                select.setInt(2, ordinal);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? phi.cipher().open(place(id, ordinal), row.getBytes(1)) : new byte[0];
                }
            }
        });
    }

    private static Place place(UUID id, int ordinal) {
        return Place.of("remittance_chunk", "bytes", id + "/" + ordinal);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Reads one part after the other. */
    private final class Parts extends InputStream {

        private final UUID id;
        private byte[] part = new byte[0];
        private int from;
        private int ordinal;

        Parts(UUID id) {
            this.id = id;
        }

        @Override
        public int read() {
            return available() == 0 && !next() ? -1 : part[from++] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (available() == 0 && !next()) {
                return -1;
            }
            int count = Math.min(length, available());
            System.arraycopy(part, from, target, offset, count);
            from += count;
            return count;
        }

        @Override
        public int available() {
            return part.length - from;
        }

        private boolean next() {
            part = KeptFiles.this.read(id, ordinal++);
            from = 0;
            return part.length > 0;
        }
    }
}
