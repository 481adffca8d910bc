package dev.superbill.payments.receivable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What receivables need of claims-service's event: the charge of a visit that no payer is billed for.
 *
 * @param chargeCents 0 once a payer is billed instead
 */
record SelfPayCharged(
        UUID encounterId,
        long version,
        UUID patientId,
        String patientControlNumber,
        LocalDate serviceDate,
        long chargeCents) {

    static final String TYPE = "dev.superbill.claims.self-pay-charged.v1";
}
