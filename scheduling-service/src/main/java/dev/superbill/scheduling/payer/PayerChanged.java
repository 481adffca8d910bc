package dev.superbill.scheduling.payer;

import java.util.UUID;

/** What coverages need of claims-service's event. */
record PayerChanged(UUID payerId, long version, String name) {

    static final String TYPE = "dev.superbill.claims.payer-changed.v1";
}
