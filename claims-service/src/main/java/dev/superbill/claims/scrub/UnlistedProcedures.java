package dev.superbill.claims.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Procedures whose code does not tell what was done: not otherwise classified, unlisted, unspecified. */
final class UnlistedProcedures {

    /** CPT numbers an unlisted procedure of a section with 99 at the end. */
    private static final Pattern UNLISTED = Pattern.compile("\\d{3}99");

    /** HCPCS level II, a public code set; a code a line, comments behind a sharp. */
    private static final Set<String> NOT_CLASSIFIED = read("not-otherwise-classified.txt");

    private UnlistedProcedures() {}

    static boolean contains(String procedure) {
        return NOT_CLASSIFIED.contains(procedure) || UNLISTED.matcher(procedure).matches();
    }

    private static Set<String> read(String resource) {
        try (InputStream content = UnlistedProcedures.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
