package dev.superbill.claims.claim;

import dev.superbill.claims.visit.CodedVisit;
import java.util.UUID;

/** A coded visit of a patient that is to be billed. */
public record VisitToBill(UUID encounterId, UUID patientId, CodedVisit visit) {}
