package dev.superbill.claims.submission;

import java.util.UUID;

/**
 * A transaction set that was sent.
 *
 * @param ordinal its place in the batch, from 1
 * @param number ST02
 * @param submission BHT03
 */
public record SubmittedTransaction(UUID batchId, int ordinal, long number, String submission) {}
