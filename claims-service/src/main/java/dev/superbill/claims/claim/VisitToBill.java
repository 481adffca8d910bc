package dev.superbill.claims.claim;

import java.util.UUID;

/** A coded visit of a patient that is to be billed. */
public record VisitToBill(UUID encounterId, UUID patientId, CodedVisit visit) {}
