package dev.superbill.claims.acknowledgement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Work for a person.
 *
 * @param detail what has happened and what to do
 */
@Schema(name = "FollowUp", description = "Work for a person: an answer that needs one, or one that did not come")
record FollowUpView(
        UUID id,
        FollowUpKind kind,
        String status,
        @Nullable UUID batchId,
        @Nullable UUID claimId,
        @Nullable UUID acknowledgementId,
        String detail,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String reason) {}
