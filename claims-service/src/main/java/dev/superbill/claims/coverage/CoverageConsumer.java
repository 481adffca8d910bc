package dev.superbill.claims.coverage;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Identifying;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps coverages as scheduling tells them. */
@ApplicationScoped
class CoverageConsumer {

    static final String GROUP = "claims.coverage";
    static final String COVERAGE_CHANGED = "dev.superbill.scheduling.coverage-changed.v1";

    /** What claims read of a coverage's event. */
    record CoverageChanged(
            UUID coverageId,
            long version,
            UUID patientId,
            UUID payerId,
            @Identifying @Nullable String memberId,
            @Identifying @Nullable String groupNumber,
            int rank,
            @Nullable String relationship,
            @Identifying @Nullable Subscriber subscriber,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable Boolean benefitsAssigned,
            @Nullable Boolean informationReleased) {

        Coverage coverage() {
            return new Coverage(
                    coverageId,
                    patientId,
                    payerId,
                    memberId,
                    groupNumber,
                    rank,
                    relationship,
                    subscriber,
                    effectiveFrom,
                    effectiveTo,
                    benefitsAssigned,
                    informationReleased);
        }
    }

    private final Inbox inbox;
    private final EventHandlers handlers;

    CoverageConsumer(Inbox inbox, Coverages coverages) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(
                COVERAGE_CHANGED,
                CoverageChanged.class,
                (event, envelope) -> coverages.keep(event.version(), event.coverage()));
    }

    @Incoming("coverages")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
