package dev.superbill.claims.adjudication;

import dev.superbill.claims.claim.Adjudication;
import dev.superbill.claims.claim.Adjustment;
import dev.superbill.claims.claim.ClaimSettling;
import dev.superbill.kernel.Money;
import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Moves claims by what the payers decided. */
@ApplicationScoped
class RemittanceConsumer {

    static final String GROUP = "claims.adjudication";
    static final String CLAIM_ADJUDICATED = "dev.superbill.payments.claim-adjudicated.v1";

    /** What claims read of an adjudication's event; absent for what the books could not match to a claim. */
    record ClaimAdjudicated(
            UUID answerId,
            @Nullable UUID reversedAnswerId,
            UUID remittanceId,
            @Nullable UUID claimId,
            @Nullable String payerControlNumber,
            Adjudication.Kind kind,
            String statusCode,
            LocalDate paymentDate,
            long chargeCents,
            long paidCents,
            long patientResponsibilityCents,
            @Nullable List<CasAdjustment> adjustments,
            @Nullable List<Line> lines,
            long accountVersion) {

        Adjudication adjudication() {
            return new Adjudication(
                    answerId,
                    reversedAnswerId,
                    accountVersion,
                    kind,
                    statusCode,
                    paymentDate,
                    Money.ofCents(chargeCents),
                    Money.ofCents(paidCents),
                    Money.ofCents(patientResponsibilityCents),
                    read(adjustments),
                    lines == null ? List.of() : lines.stream().map(Line::read).toList());
        }

        private static List<Adjustment> read(@Nullable List<CasAdjustment> adjustments) {
            return adjustments == null
                    ? List.of()
                    : adjustments.stream().map(CasAdjustment::read).toList();
        }
    }

    /** An adjustment of claim or line. */
    record CasAdjustment(
            String groupCode,
            String reasonCode,
            long amountCents,
            @Nullable BigDecimal quantity) {

        Adjustment read() {
            return new Adjustment(groupCode, reasonCode, Money.ofCents(amountCents), quantity);
        }
    }

    /** A service line. */
    record Line(
            @Nullable String lineControlNumber,
            String procedure,
            @Nullable List<String> modifiers,
            long chargeCents,
            long paidCents,
            @Nullable BigDecimal units,
            @Nullable List<CasAdjustment> adjustments) {

        Adjudication.Line read() {
            return new Adjudication.Line(
                    lineControlNumber,
                    procedure,
                    modifiers == null ? List.of() : modifiers,
                    Money.ofCents(chargeCents),
                    Money.ofCents(paidCents),
                    units,
                    ClaimAdjudicated.read(adjustments));
        }
    }

    private final Inbox inbox;
    private final EventHandlers handlers;

    RemittanceConsumer(Inbox inbox, ClaimSettling settling) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(CLAIM_ADJUDICATED, ClaimAdjudicated.class, (event, envelope) -> {
            UUID claimId = event.claimId();
            if (claimId != null) {
                settling.adjudicated(
                        claimId,
                        event.adjudication(),
                        event.payerControlNumber(),
                        "remittance:" + event.remittanceId());
            }
        });
    }

    @Incoming("adjudications")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
