package dev.superbill.payments.exception;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
