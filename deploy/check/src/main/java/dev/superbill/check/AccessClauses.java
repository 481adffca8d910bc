package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The chains of the access logs: an entry's hash is SHA-256 over the hash before it (zeros at first) and over practice,
 * sequence, id, microseconds since 1970, actor, action and path, each as its length, a colon, its UTF-8 text and a comma.
 */
final class AccessClauses {

    private static final int HASH_BYTES = 32;

    /** Where a chain has come to. */
    private record Link(long sequence, byte[] hash) {}

    private AccessClauses() {}

    static void check(Snapshot databases, Report report, List<String> services) {
        for (String service : services) {
            Map<String, Link> chains = new HashMap<>();
            databases.read(
                    service,
                    "select 1 where to_regclass('access_log_head') is not null",
                    row -> chain(databases, report, service, chains));
        }
    }

    private static void chain(Snapshot databases, Report report, String service, Map<String, Link> chains) {
        databases.read(service, """
                select practice_id, sequence, id, (extract(epoch from at) * 1000000)::bigint, actor, action, path, hash
                from access_log order by practice_id, sequence
                """, row -> {
            String practice = row.getString(1);
            Link last = chains.getOrDefault(practice, new Link(0, new byte[HASH_BYTES]));
            long sequence = row.getLong(2);
            String subject = service + " access log entry " + sequence;
            report.compare(Clause.ACCESS_LOG, practice, subject, last.sequence() + 1, sequence);
            MessageDigest sha256 = PaymentFile.sha256();
            sha256.update(last.hash());
            for (int column = 1; column <= 7; column++) {
                byte[] text = row.getString(column).getBytes(StandardCharsets.UTF_8);
                sha256.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha256.update(text);
                sha256.update((byte) ',');
            }
            byte[] written = row.getBytes(8);
            report.compare(Clause.ACCESS_LOG, practice, subject, hex(sha256.digest()), hex(written));
            chains.put(practice, new Link(sequence, written));
        });
        databases.read(service, "select practice_id, sequence, hash from access_log_head", row -> {
            Link last = chains.getOrDefault(row.getString(1), new Link(0, new byte[HASH_BYTES]));
            report.compare(
                    Clause.ACCESS_LOG,
                    row.getString(1),
                    service + " access log",
                    "ends with entry " + row.getLong(2) + " " + hex(row.getBytes(3)),
                    "ends with entry " + last.sequence() + " " + hex(last.hash()));
        });
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
