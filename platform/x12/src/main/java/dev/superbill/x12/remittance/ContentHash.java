package dev.superbill.x12.remittance;

import dev.superbill.x12.Segment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private final byte[] buffer = new byte[8192];
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
        char component = segment.delimiters().component();
        char repetition = segment.delimiters().repetition();
        put(segment.id(), component, repetition);
        boolean transaction = segment.is("ST");
        int pending = 0;
        for (int e = 1; e <= segment.size(); e++) {
            pending++;
            String value = transaction && e == 2 ? "" : segment.element(e);
            if (!value.isEmpty()) {
                for (; pending > 0; pending--) {
                    put(ELEMENT);
                }
                put(value, component, repetition);
            }
        }
        put(SEGMENT);
    }

    /** The hash in hex; begins anew. */
    public String finish() {
        digest.update(buffer, 0, length);
        length = 0;
        return HexFormat.of().formatHex(digest.digest());
    }

    private void put(String text, char component, char repetition) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == component) {
                put(COMPONENT);
            } else if (c == repetition) {
                put(REPETITION);
            } else if (c < 128) {
                put((byte) c);
            } else {
                // outside of ASCII: both bytes of the UTF-16 unit, which tell characters apart as well as UTF-8
                put((byte) (c >>> 8));
                put((byte) c);
            }
        }
    }

    private void put(byte b) {
        if (length == buffer.length) {
            digest.update(buffer, 0, length);
            length = 0;
        }
        buffer[length++] = b;
    }
}
