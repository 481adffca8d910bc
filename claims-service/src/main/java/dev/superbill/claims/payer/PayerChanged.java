package dev.superbill.claims.payer;

import java.util.UUID;

/** {@code dev.superbill.claims.payer-changed.v1}: the whole state of a payer. */
record PayerChanged(
        UUID payerId,
        long version,
        String payerIdentifier,
        String name,
        String claimFilingIndicator,
        int timelyFilingDays) {

    static PayerChanged of(PayerRow row) {
        Payer payer = row.toPayer();
        return new PayerChanged(
                payer.id(),
                row.version(),
                payer.payerIdentifier(),
                payer.name(),
                payer.claimFilingIndicator(),
                payer.timelyFilingDays());
    }
}
