package dev.superbill.clearinghouse.adjudication;

import java.time.LocalDate;

/**
 * What a payer knows besides the claim.
 *
 * @param payerControlNumber the number that it gives the claim
 * @param receivedOn when it came
 * @param deductibleUsedCents what the patient has paid of this year's deductible
 * @param duplicate true when the same services were decided before
 * @param percentOfFee 100, or what an error makes of the fee
 */
public record Circumstances(
        String payerControlNumber,
        LocalDate receivedOn,
        long deductibleUsedCents,
        boolean duplicate,
        int percentOfFee) {}
