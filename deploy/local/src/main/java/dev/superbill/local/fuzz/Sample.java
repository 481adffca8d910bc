package dev.superbill.local.fuzz;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is as it should be, or a mutation of one.
 *
 * @param name what it is, for a report
 * @param user who sends it; null for somebody without a token
 * @param path from the gateway's root, with its query
 * @param type the body's media type; null without a body
 * @param headers what else is said of it
 */
public record Sample(
        String name,
        @Nullable String user,
        String method,
        String path,
        @Nullable String type,
        byte[] body,
        Map<String, String> headers) {

    /** With nothing else said of it. */
    public Sample(String name, @Nullable String user, String method, String path, @Nullable String type, byte[] body) {
        this(name, user, method, path, type, body, Map.of());
    }

    /** The same with another body. */
    public Sample withBody(byte[] changed) {
        return new Sample(name, user, method, path, type, changed, headers);
    }

    Sample withPath(String changed) {
        return new Sample(name, user, method, changed, type, body, headers);
    }

    Sample withType(String changed) {
        return new Sample(name, user, method, path, changed, body, headers);
    }

    Sample withHeader(String header, String value) {
        return new Sample(name, user, method, path, type, body, Map.of(header, value));
    }
}
