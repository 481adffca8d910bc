package dev.superbill.claims.claim;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a hop says about claims.
 *
 * @param hop who says it
 * @param batchId the batch that the answer is about; an answer about a former submission of a claim changes nothing.
 *     Null when unknown
 * @param document what it stands in, such as {@code acknowledgement:{id}}
 * @param reason in words for the history, or null
 */
public record Answer(
        Hop hop,
        @Nullable UUID batchId,
        String document,
        @Nullable String reason) {}
