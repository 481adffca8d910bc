package dev.superbill.payments.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimLine;
import dev.superbill.payments.remittance.ClaimAnswer.Adjustment;
import dev.superbill.platform.events.OutboxEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer's answer has reached the books of a claim. Amounts as the payer sent them: all of a reversal's are negated. A
 * reversal is told once, when it is known what it takes back.
 *
 * @param answerId the answer's own
 * @param reversedAnswerId of a reversal, the answer that it takes back; null of all others
 * @param claimId our claim to this payer, of a reversal the one whose answer is taken back; null where we have sent none
 *     (a crossover)
 * @param statusCode CLP02
 * @param paymentDate BPR16; null when the payer sent none
 * @param traceNumber TRN02
 * @param adjustments of the claim level; those of its lines stand there
 * @param accountVersion of the claim's account: account-changed of that version or a later one knows of this answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimAdjudicated(
        UUID answerId,
        @Nullable UUID reversedAnswerId,
        UUID remittanceId,
        UUID transactionId,
        int transactionOrdinal,
        int claimOrdinal,
        @Nullable UUID claimId,
        UUID encounterId,
        String patientControlNumber,
        @Nullable String payerControlNumber,
        @Nullable UUID payerId,
        int payerRank,
        Kind kind,
        String statusCode,
        @Nullable LocalDate paymentDate,
        String traceNumber,
        long chargeCents,
        long paidCents,
        long patientResponsibilityCents,
        List<Adjustment> adjustments,
        List<Line> lines,
        long accountVersion) {

    static final String TOPIC = "payments.remittance";
    static final String TYPE = "dev.superbill.payments.claim-adjudicated.v1";

    /** What the answer is in the life of the claim. */
    enum Kind {
        PAYMENT,
        /** An earlier payment is taken back. */
        REVERSAL,
        /** The same payer has answered before. */
        CORRECTION
    }

    /**
     * A line.
     *
     * @param lineControlNumber ours, found by whatever the payer repeats of the line; where none of ours fits, what the
     *     payer sent (REF*6R), or null when it sent none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable String lineControlNumber,
            String procedure,
            List<String> modifiers,
            long chargeCents,
            long paidCents,
            @Nullable BigDecimal units,
            List<Adjustment> adjustments,
            List<String> remarkCodes) {}

    static ClaimAdjudicated of(ClaimBatch.Adjudication adjudication) {
        AnsweredClaim claim = adjudication.claim();
        ClaimAnswer answer = claim.answer();
        ClaimAccount account = adjudication.account();
        LineFinder finder = new LineFinder(account.lines());
        Kind kind = claim.isReversal() ? Kind.REVERSAL : adjudication.correction() ? Kind.CORRECTION : Kind.PAYMENT;
        AnsweredClaim takenBack = adjudication.takenBack();
        return new ClaimAdjudicated(
                claim.id(),
                takenBack == null ? null : takenBack.id(),
                claim.payment().remittanceId(),
                claim.payment().transactionId(),
                claim.payment().ordinal(),
                claim.ordinal(),
                claim.claimId(),
                account.encounterId(),
                account.controlNumber(),
                answer.payerControlNumber().isEmpty() ? null : answer.payerControlNumber(),
                claim.payerId(),
                claim.payerRank(),
                kind,
                answer.statusCode(),
                claim.payment().paymentDate(),
                claim.payment().trace(),
                answer.chargeCents(),
                answer.paidCents(),
                answer.patientResponsibilityCents(),
                answer.adjustments(),
                answer.lines().stream()
                        .map(line -> line(line, finder.find(line)))
                        .toList(),
                account.versionToTell());
    }

    OutboxEvent outboxEvent() {
        return new OutboxEvent(
                TOPIC,
                encounterId.toString(),
                claimId == null ? encounterId.toString() : claimId.toString(),
                TYPE,
                this);
    }

    private static Line line(ClaimAnswer.Line answer, Optional<ClaimLine> ours) {
        String sent = answer.lineControlNumber().isEmpty() ? null : answer.lineControlNumber();
        return new Line(
                ours.map(ClaimLine::lineControlNumber).orElse(sent),
                answer.procedure(),
                answer.modifiers(),
                answer.chargeCents(),
                answer.paidCents(),
                answer.units(),
                answer.adjustments(),
                answer.remarkCodes());
    }
}
