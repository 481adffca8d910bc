package dev.superbill.claims.encounter;

import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.kernel.PatientControlNumber;
import java.time.LocalDate;
import java.util.UUID;

/**
 * {@code dev.superbill.claims.self-pay-charged.v1}: what a visit without a claim charges its patient. Stands in the topic
 * of claims, because a visit may become a claim later, and the other way about.
 *
 * @param version grows with each change of the encounter
 * @param patientControlNumber the account's number; no payer knows it
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

    static SelfPayCharged of(Encounter encounter) {
        CodedVisit coding = encounter.coding();
        return new SelfPayCharged(
                encounter.id(),
                encounter.version(),
                encounter.patientId(),
                PatientControlNumber.from(encounter.id()).value(),
                encounter.serviceDate(),
                coding == null || !encounter.selfPay() ? 0 : coding.charge().cents());
    }
}
