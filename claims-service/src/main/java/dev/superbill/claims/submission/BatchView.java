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
@Schema(description = "Claims that go to a trading partner in one interchange")
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
