package dev.superbill.claims.submission;

import dev.superbill.x12.claim.ProfessionalClaim;
import java.util.UUID;

/** A claim in the form in which it is written. */
record WrittenClaim(UUID claimId, ProfessionalClaim content) {

    /** CLM01. */
    String patientControlNumber() {
        return content.patientControlNumber();
    }
}
