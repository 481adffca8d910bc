package dev.superbill.payments.exception;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to decide, or has decided.
 *
 * @param subjectId the transaction or the answer to a claim that it is about
 * @param transaction ordinal in the remittance, from 1
 * @param claim ordinal in the transaction, from 1; null when it is about the whole transaction
 * @param amountCents what is at stake
 * @param closedBy who decided; null while it is open
 * @param decision the reason that was given
 */
@Schema(name = "PostingException", examples = """
                {"id": "0193f6c1-0a4e-7b20-8d55-2f3e4d5c6b7a", "kind": "CLAIM_HELD",
                 "remittanceId": "0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a", "transaction": 1, "claim": 2, "amountCents": 7000,
                 "reasons": [{"code": "OUT_OF_BALANCE", "segment": "CLP", "position": 24,
                              "message": "Loop 2100: CLP03 − Σ CAS(2100) − Σ CAS(2110) = CLP04 does not hold"}],
                 "status": "OPEN", "openedAt": "2026-11-24T14:30:00Z", "closedAt": null, "closedBy": null,
                 "decision": null}""")
public record PostingException(
        UUID id,
        ExceptionKind kind,
        @JsonIgnore UUID subjectId,
        UUID remittanceId,
        int transaction,
        @Nullable Integer claim,
        long amountCents,
        List<Reason> reasons,
        ExceptionStatus status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String decision) {}
