package dev.superbill.clearinghouse.claim;

import org.jspecify.annotations.Nullable;

/**
 * A person or organisation of a claim (NM1).
 *
 * @param identifier member id, NPI or payer id, whatever NM109 of its loop holds
 */
public record Party(
        String name,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String identifier) {

    /** True for a person, false for an organisation. */
    public boolean person() {
        return firstName != null && !firstName.isEmpty();
    }
}
