package dev.superbill.payments.remittance;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A remittance in a list; {@code GET /remittances/{id}} shows its transactions.
 *
 * @param refusal why it cannot be read at all; null for a readable file
 * @param transactionCount how many STs it has
 */
@Schema(name = "RemittanceSummary", examples = """
                {"id": "0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a", "status": "POSTED",
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "bytes": 1043,
                 "receivedAt": "2026-11-24T14:30:00Z", "source": "upload", "refusal": null, "transactionCount": 1}""")
record RemittanceSummary(
        UUID id,
        String status,
        String sha256,
        long bytes,
        Instant receivedAt,
        String source,
        Remittance.@Nullable Refusal refusal,
        int transactionCount) {

    static RemittanceSummary of(Remittance remittance, int transactionCount) {
        return new RemittanceSummary(
                remittance.id(),
                remittance.status(),
                remittance.sha256(),
                remittance.bytes(),
                remittance.receivedAt(),
                remittance.source(),
                remittance.refusal(),
                transactionCount);
    }
}
