package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.claim.ClaimStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement as others see it.
 *
 * @param kind TA1, 999 or 277CA; of a file with several the one that says most about claims
 * @param outcome null until it is understood
 * @param status KEPT until it is understood, then UNDERSTOOD or UNREADABLE
 * @param source UPLOAD or SFTP
 * @param moved the claims that it has moved
 * @param recorded the claims that it speaks of without moving them, such as a late answer of an earlier hop
 * @param unmatched what it speaks of and we have not sent
 * @param fault why it cannot be read
 */
@Schema(name = "Acknowledgement", description = "A TA1, 999 or 277CA and what it did", examples = """
                {"id": "019a8f0e-7c1d-7000-8000-000000000014", "kind": "277CA", "outcome": "ACCEPTED", "status": "UNDERSTOOD",
                 "receivedAt": "2026-11-24T15:02:00Z", "receivedBy": "job:acknowledgements", "source": "SFTP",
                 "tradingPartnerId": "019a8f0e-7c1d-7000-8000-000000000013", "fileName": "277CA-000000021.x12",
                 "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "bytes": 1187,
                 "moved": [{"claimId": "019a8f0e-7c1d-7000-8000-000000000010", "from": "RECEIVED", "to": "ACCEPTED",
                            "reason": "A2:20"}],
                 "recorded": [], "unmatched": [], "warnings": [], "fault": null}""")
record AcknowledgementView(
        UUID id,
        Kind kind,
        @Nullable Outcome outcome,
        String status,
        Instant receivedAt,
        String receivedBy,
        String source,
        @Nullable UUID tradingPartnerId,
        @Nullable String fileName,
        String sha256,
        long bytes,
        List<Moved> moved,
        List<Recorded> recorded,
        List<Notes.Unmatched> unmatched,
        List<String> warnings,
        @Nullable String fault) {

    static final String X12_EXAMPLE =
            "ISA*00*          *00*          *ZZ*CLEARWATER     *ZZ*MAPLE01        *261124*0900*^*00501*000000007*0*T*:~"
                    + "TA1*000000001*261124*0855*A*000~IEA*0*000000007~";

    /** A claim that was moved. */
    @Schema(name = "AcknowledgementMove")
    record Moved(UUID claimId, ClaimStatus from, ClaimStatus to, String reason) {}

    /** A claim that was spoken of and stayed where it was. */
    @Schema(name = "AcknowledgementRecord")
    record Recorded(UUID claimId, ClaimStatus status, String verdict, String reason) {}
}
