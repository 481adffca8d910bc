package dev.superbill.claims;

import dev.superbill.platform.web.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what narrows a list: a malformed value is the client's mistake (400), not an address that is not there (404). */
public final class QueryValues {

    private QueryValues() {}

    /** An id; null when absent or empty. */
    public static @Nullable UUID id(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(name, "The value is no id", "Send a UUID, or leave it out");
        }
    }

    /** One of a fixed set, in either case of letters; null when absent or empty. */
    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> set, String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String constant = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(set.getEnumConstants())
                .filter(each -> each.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        name, "There is no such " + name, "Send one of " + Arrays.toString(set.getEnumConstants())));
    }
}
