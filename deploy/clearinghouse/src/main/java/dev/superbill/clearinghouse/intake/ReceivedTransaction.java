package dev.superbill.clearinghouse.intake;

import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.util.List;

/**
 * One ST of a group.
 *
 * @param setId ST01
 * @param controlNumber ST02
 * @param version ST03
 * @param batchReference BHT03
 * @param submitterName NM103 of loop 1000A
 * @param faults what a 999 reports; any of them rejects the transaction
 * @param trailerCodes IK502 for faults of SE
 * @param claims empty when it is not an 837P
 */
public record ReceivedTransaction(
        String setId,
        String controlNumber,
        String version,
        String batchReference,
        String submitterName,
        List<Fault> faults,
        List<String> trailerCodes,
        List<SubmittedClaim> claims) {

    public ReceivedTransaction {
        faults = List.copyOf(faults);
        trailerCodes = List.copyOf(trailerCodes);
        claims = List.copyOf(claims);
    }

    /** True when nothing stands against it. */
    public boolean accepted() {
        return faults.isEmpty() && trailerCodes.isEmpty();
    }
}
