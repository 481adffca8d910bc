package dev.superbill.check;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * A file that was kept.
 *
 * @param path where the public interface gives its bytes
 * @param sha256 as recorded when it came, in hex
 */
record StoredFile(String practice, String subject, String path, String sha256, long length) {

    /** Hands its bytes over, and holds all of them against the hash. */
    void read(Originals originals, Report report, Consumer<InputStream> reader) throws IOException {
        if (!originals.practices().contains(practice)) {
            report.add(Clause.STORED_FILES, practice, subject, "a user who may read it", "none is known");
            return;
        }
        MessageDigest digest = PaymentFile.sha256();
        Counted counted;
        try (InputStream bytes = originals.open(practice, path)) {
            counted = new Counted(bytes);
            DigestInputStream hashed = new DigestInputStream(counted, digest);
            reader.accept(hashed);
            hashed.transferTo(java.io.OutputStream.nullOutputStream());
        }
        report.compare(
                Clause.STORED_FILES,
                practice,
                subject,
                sha256 + ", " + length + " bytes",
                HexFormat.of().formatHex(digest.digest()) + ", " + counted.count + " bytes");
    }

    private static final class Counted extends InputStream {

        private final InputStream bytes;
        private long count;

        Counted(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int next = bytes.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = bytes.read(into, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
