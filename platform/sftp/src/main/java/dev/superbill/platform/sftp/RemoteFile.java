package dev.superbill.platform.sftp;

import java.time.Instant;
import java.util.Locale;

/**
 * A file in a partner's folder.
 *
 * @param name without the folder
 * @param size in bytes
 * @param modifiedAt when the server says that it was last written
 */
public record RemoteFile(String name, long size, Instant modifiedAt) {

    /** Whether the partner has finished it: half-written files have a dot in front or end in .tmp, .part or .filepart. */
    public boolean isComplete() {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".")
                && !lower.endsWith(".tmp")
                && !lower.endsWith(".part")
                && !lower.endsWith(".filepart");
    }
}
