package dev.superbill.platform.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** ETags are the versions of aggregates: two people who change the same thing do not overwrite each other unseen. */
public final class EntityTags {

    private EntityTags() {}

    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** 201 with the address, the ETag and the thing itself. */
    public static Response created(String collection, Versioned thing) {
        return Response.created(URI.create(collection + "/" + thing.id()))
                .tag(of(thing.version()))
                .entity(thing)
                .build();
    }

    /** 200 with the ETag and the thing itself. */
    public static Response ok(Versioned thing) {
        return Response.ok(thing).tag(of(thing.version())).build();
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
