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

    private static final int LONGEST_NAME = 255;

    /** Whether the partner has finished it: half-written files have a dot in front or end in .tmp, .part or .filepart. */
    public boolean isComplete() {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith(".")
                && !lower.endsWith(".tmp")
                && !lower.endsWith(".part")
                && !lower.endsWith(".filepart");
    }

    /**
     * Whether the name is that of a file in the folder, and nothing else: no path that leads out of it, and no control
     * characters, which no log and no database is to see.
     */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(unit -> unit == '/' || unit == '\\' || Character.isISOControl(unit));
    }
}
