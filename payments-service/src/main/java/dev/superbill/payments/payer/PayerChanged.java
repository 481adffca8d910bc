package dev.superbill.payments.payer;

import java.util.UUID;

/** What payments needs of claims-service's event. */
record PayerChanged(UUID payerId, long version, String payerIdentifier, String name) {

    static final String TYPE = "dev.superbill.claims.payer-changed.v1";
}
