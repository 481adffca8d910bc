package dev.superbill.clearinghouse.claim;

import org.jspecify.annotations.Nullable;

/**
 * Another payer of the same claim (loops 2320 and 2330).
 *
 * @param rank P, S or T (SBR01)
 * @param memberId of the other coverage (2330A NM109)
 * @param paidCents AMT*D; null when it has not adjudicated yet
 * @param patientOweCents Σ PR of its CAS, of claim and lines
 */
public record OtherPayer(
        char rank,
        String payerId,
        String payerName,
        @Nullable String memberId,
        @Nullable Long paidCents,
        long patientOweCents) {}
