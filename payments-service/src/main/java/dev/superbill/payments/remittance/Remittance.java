package dev.superbill.payments.remittance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept file.
 *
 * @param sha256 in hex, what makes the file one
 * @param source {@code upload}, or {@code sftp:{trading partner}/{file name}}
 * @param status RECEIVED, POSTING, or what its transactions share (PARTLY_POSTED when they differ)
 * @param refusal why the file cannot be read at all; null for a readable one
 * @param ofOthers how many of its transactions are other practices', which have them; its bytes are shown to nobody then
 */
record Remittance(
        UUID id,
        String sha256,
        long bytes,
        Instant receivedAt,
        String source,
        String receivedBy,
        String status,
        @Nullable Refusal refusal,
        int ofOthers) {

    private static final String SFTP = "sftp:";

    static final String RECEIVED = "RECEIVED";
    static final String POSTING = "POSTING";
    static final String REJECTED = "REJECTED";

    /**
     * Why a file cannot be read.
     *
     * @param segment the last good segment
     * @param position its ordinal in the file, 0 before the first
     */
    record Refusal(String code, String message, String segment, long position, String action) {}

    /** Whether work on it goes on. */
    boolean isOpen() {
        return status.equals(RECEIVED) || status.equals(POSTING);
    }

    /** Whether it was sent to us by hand, for the practice of the sender's token. */
    boolean isUploaded() {
        return source.equals("upload");
    }

    /** How a file that was fetched names its source. */
    static String fetched(UUID partnerId, String name) {
        return SFTP + partnerId + "/" + name;
    }

    /** The trading partner from which it was fetched; empty for an upload. */
    Optional<UUID> partnerId() {
        return isUploaded() ? Optional.empty() : Optional.of(UUID.fromString(place()[0]));
    }

    /** The file's name at the trading partner. */
    String fileName() {
        return place()[1];
    }

    private String[] place() {
        return source.substring(SFTP.length()).split("/", 2);
    }
}
