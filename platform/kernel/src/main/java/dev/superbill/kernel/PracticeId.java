package dev.superbill.kernel;

import java.util.regex.Pattern;

/**
 * The tenant: one medical practice. A short name in lower case such as {@code maple}; it stands in every row, every
 * event and every token.
 *
 * @param value 1 to 40 of a-z, 0-9 and hyphen
 */
public record PracticeId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public PracticeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A practice id has 1 to 40 of a-z, 0-9 and hyphen");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
