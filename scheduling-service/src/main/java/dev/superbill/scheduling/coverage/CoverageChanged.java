package dev.superbill.scheduling.coverage;

import dev.superbill.platform.events.Identifying;
import dev.superbill.platform.events.OutboxEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coverage was entered or changed; carries the whole state. Keyed by patient, so that the coverages of one stay in
 * order.
 *
 * @param version grows with each change
 * @param rank 1 primary, 2 secondary, 3 tertiary
 * @param subscriber absent where the policy is the patient's own
 * @param effectiveTo the last day that is covered; absent while no end is known
 * @param benefitsAssigned the patient has the payer pay the practice (837 CLM08)
 * @param informationReleased the patient has signed the release of information (837 CLM09)
 */
record CoverageChanged(
        UUID coverageId,
        long version,
        UUID patientId,
        UUID payerId,
        @Identifying String memberId,
        @Identifying @Nullable String groupNumber,
        int rank,
        Relationship relationship,
        @Identifying @Nullable Subscriber subscriber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean benefitsAssigned,
        boolean informationReleased) {

    static final String TOPIC = "scheduling.coverage";
    static final String TYPE = "dev.superbill.scheduling.coverage-changed.v1";

    OutboxEvent outboxEvent() {
        return new OutboxEvent(TOPIC, patientId.toString(), coverageId.toString(), TYPE, this);
    }
}
