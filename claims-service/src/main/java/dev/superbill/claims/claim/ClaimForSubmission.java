package dev.superbill.claims.claim;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an 837P says of a claim.
 *
 * @param rank 1 primary, 2 secondary, 3 tertiary (SBR01 P, S, T)
 * @param payerControlNumber REF*F8 of frequencies 7 and 8
 * @param charge CLM02
 * @param billing loops 2010AA and 2010AB
 * @param rendering loop 2310B
 * @param patient loop 2010CA, or 2010BA when the patient is the subscriber
 * @param coverage the destination payer's: loops 2000B and 2010BA
 * @param payer loop 2010BB
 * @param otherPayers loops 2320 and 2330: the other payers active on the date of service, by rank
 */
public record ClaimForSubmission(
        UUID claimId,
        UUID encounterId,
        String patientControlNumber,
        int rank,
        Frequency frequency,
        @Nullable String payerControlNumber,
        LocalDate serviceDate,
        Money charge,
        ClaimContent content,
        BillingProvider billing,
        Provider rendering,
        Patient patient,
        Coverage coverage,
        Payer payer,
        List<OtherPayer> otherPayers) {

    /**
     * A payer before or after the destination payer.
     *
     * @param rank as of the claim
     * @param adjudication what it decided, when it comes before the destination payer: AMT*D, CAS, SVD, DTP*573
     * @param payerControlNumber its number of the claim (loop 2330B REF*F8)
     */
    public record OtherPayer(
            int rank,
            Coverage coverage,
            Payer payer,
            @Nullable Adjudication adjudication,
            @Nullable String payerControlNumber) {}
}
