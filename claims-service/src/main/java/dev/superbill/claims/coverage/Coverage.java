package dev.superbill.claims.coverage;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A patient's coverage by a payer, as scheduling told last.
 *
 * @param rank 1 primary, 2 secondary, 3 tertiary
 * @param relationship the patient's to the subscriber: self, spouse, child or other
 * @param subscriber whose policy it is; null when the patient's own
 * @param effectiveFrom first day
 * @param effectiveTo last day, null while it goes on
 */
public record Coverage(
        UUID coverageId,
        UUID patientId,
        UUID payerId,
        @Nullable String memberId,
        @Nullable String groupNumber,
        int rank,
        @Nullable String relationship,
        @Nullable Subscriber subscriber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** Whether it covers a day; both ends count. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** Whether the patient is the subscriber (SBR02 = 18). */
    public boolean ofPatient() {
        return relationship == null || relationship.equals("self");
    }
}
