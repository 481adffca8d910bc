package dev.superbill.claims.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A batch as others see it.
 *
 * @param interchangeControlNumber ISA13, nine digits; null when no claim was ready
 * @param claimIds in the order of the file
 * @param held claims that could not be written and wait for correction
 * @param sha256 of the interchange, in hexadecimal
 * @param attempts how often sending has failed
 * @param nextAttemptAt when it will be tried again; null when it is sent
 * @param lastError why sending failed the last time
 * @param acknowledgements what came back, in order
 */
@Schema(description = "Claims that go to a trading partner in one interchange", examples = """
                {"id": "019a8f0e-7c1d-7000-8000-000000000012", "status": "ACKNOWLEDGED", "interchangeControlNumber": "000000012",
                 "claimIds": ["019a8f0e-7c1d-7000-8000-000000000010"], "claims": 1,
                 "tradingPartnerId": "019a8f0e-7c1d-7000-8000-000000000013", "payerId": null,
                 "fileName": "837P-MAPLE01-000000012.x12", "bytes": 1460,
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "createdAt": "2026-11-24T14:30:00Z", "sentAt": "2026-11-24T14:30:01Z", "attempts": 0, "nextAttemptAt": null,
                 "lastError": null,
                 "acknowledgements": [{"id": "019a8f0e-7c1d-7000-8000-000000000014", "kind": "999", "outcome": "ACCEPTED",
                                       "receivedAt": "2026-11-24T14:31:00Z"}],
                 "held": [], "version": 3}""")
record BatchView(
        UUID id,
        BatchStatus status,
        @Nullable String interchangeControlNumber,
        List<UUID> claimIds,
        int claims,
        UUID tradingPartnerId,
        @Nullable UUID payerId,
        @Nullable String fileName,
        @Nullable Long bytes,
        @Nullable String sha256,
        Instant createdAt,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        List<Acknowledgement> acknowledgements,
        List<UUID> held,
        long version) {

    /** An answer to the batch. */
    @Schema(name = "BatchAcknowledgement")
    record Acknowledgement(UUID id, String kind, String outcome, Instant receivedAt) {}
}
