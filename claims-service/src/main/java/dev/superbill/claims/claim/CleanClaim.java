package dev.superbill.claims.claim;

import java.util.UUID;

/** A claim that may be batched: as little of it as orders a file, for there may be thousands. */
public record CleanClaim(UUID id, UUID payerId, UUID patientId, UUID coverageId, String patientControlNumber) {}
