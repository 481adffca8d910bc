package dev.superbill.claims.provider;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A licence to treat.
 *
 * @param validTo its last day, null when it has none
 */
public record License(
        UUID credentialId, LocalDate validFrom, @Nullable LocalDate validTo) {

    /** Whether it holds on a day; both ends count. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
