package dev.superbill.x12.remittance;

import dev.superbill.x12.Segment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 over the canonical content of a transaction, ST to SE. Canonical: segment ids in upper case, elements trimmed,
 * trailing empty elements left out, delimiters replaced by the control characters FS, GS, RS and US, no line breaks. Not
 * part of it: ST02, the SE and DTM*405, because the same remittance sent again differs in them.
 */
public final class ContentHash {
    private static final byte SEGMENT = 0x1c;
    private static final byte ELEMENT = 0x1d;
    private static final byte REPETITION = 0x1e;
    private static final byte COMPONENT = 0x1f;

    private final MessageDigest digest;
    private byte[] buffer = new byte[512];
    private int length;

    /** Nothing hashed yet. */
    public ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Adds the next segment of the transaction. */
    public void add(Segment segment) {
        if (segment.is("SE") || segment.is("DTM", "405")) {
            return;
        }
        length = 0;
        put(segment.id());
        int significant = length;
        boolean transaction = segment.is("ST");
        for (int e = 1; e <= segment.size(); e++) {
            put(ELEMENT);
            if (transaction && e == 2) {
                continue;
            }
            String value = segment.element(e);
            if (!value.isEmpty()) {
                put(value.replace(segment.delimiters().component(), (char) COMPONENT)
                        .replace(segment.delimiters().repetition(), (char) REPETITION));
                significant = length;
            }
        }
        digest.update(buffer, 0, significant);
        digest.update(SEGMENT);
    }

    /** The hash in hex; begins anew. */
    public String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void put(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
    }

    private void put(byte b) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        buffer[length++] = b;
    }
}
