package dev.superbill.platform.web;

import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** ETags are the versions of aggregates: two people who change the same thing do not overwrite each other unseen. */
public final class EntityTags {

    private EntityTags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Refuses a change that was made to an older version. Without If-Match the last one wins.
     *
     * @param ifMatch the header's text
     * @param version the current version
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.equals("*")) {
            return;
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals("\"" + version + "\"")) {
                return;
            }
        }
        throw ProblemException.preconditionFailed();
    }
}
