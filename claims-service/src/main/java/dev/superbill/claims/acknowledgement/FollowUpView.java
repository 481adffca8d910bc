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
@Schema(
        name = "FollowUp",
        description = "Work for a person: an answer that needs one, or one that did not come",
        examples = """
                {"id": "019a8f0e-7c1d-7000-8000-000000000015", "kind": "NO_999", "status": "OPEN",
                 "batchId": "019a8f0e-7c1d-7000-8000-000000000012", "claimId": null, "acknowledgementId": null,
                 "detail": "The batch was sent a day ago and no 999 has come: ask the trading partner",
                 "openedAt": "2026-11-25T14:30:00Z", "closedAt": null, "closedBy": null, "reason": null}""")
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
