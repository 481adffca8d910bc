package dev.superbill.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The text of a cursor: opaque to callers, a position of the list to us. */
public final class Cursor {

    private Cursor() {}

    /** A cursor that remembers a position. */
    public static String encode(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position that a cursor remembers.
     *
     * @throws ProblemException 400 when the cursor is none of ours
     */
    public static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    static UUID decodeId(String cursor) {
        try {
            return UUID.fromString(decode(cursor));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The answer to a cursor that is not one of ours. */
    public static ProblemException invalid() {
        return ProblemException.badRequest(
                "cursor", "The cursor is not one that this list gave", "Begin without a cursor");
    }
}
