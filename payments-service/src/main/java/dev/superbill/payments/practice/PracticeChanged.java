package dev.superbill.payments.practice;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What payments needs of claims-service's event. */
record PracticeChanged(
        long version,
        String name,
        @Nullable String npi,
        @Nullable String taxId,
        ZoneId timeZone) {

    static final String TYPE = "dev.superbill.claims.practice-changed.v1";
}
