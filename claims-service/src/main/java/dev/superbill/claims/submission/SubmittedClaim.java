package dev.superbill.claims.submission;

import java.util.UUID;

/**
 * One submission of a claim.
 *
 * @param batchId the batch that carried it
 * @param transaction the ordinal of its transaction in the batch, from 1
 * @param patientControlNumber CLM01
 */
public record SubmittedClaim(UUID batchId, int transaction, UUID claimId, String patientControlNumber) {}
