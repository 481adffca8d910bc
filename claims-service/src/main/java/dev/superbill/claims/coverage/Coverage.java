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
 * @param benefitsAssigned whether the payer is to pay the practice (CLM08, OI03); null where nothing was told: yes
 * @param informationReleased whether the patient has signed the release (CLM09, OI06), else the law allows it; null where
 *     nothing was told: yes
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
        @Nullable LocalDate effectiveTo,
        @Nullable Boolean benefitsAssigned,
        @Nullable Boolean informationReleased) {

    /** Whether it covers a day; both ends count. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }

    /** CLM08 and OI03. */
    public String benefitsAssignedCode() {
        return Boolean.FALSE.equals(benefitsAssigned) ? "N" : "Y";
    }

    /** CLM09 and OI06: signed, or informed consent for conditions that federal statutes regulate. */
    public String releaseCode() {
        return Boolean.FALSE.equals(informationReleased) ? "I" : "Y";
    }

    /** Whether the patient is the subscriber (SBR02 = 18). */
    public boolean ofPatient() {
        return relationship == null || relationship.equals("self");
    }
}
