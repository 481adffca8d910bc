package dev.superbill.claims.claim;

import dev.superbill.kernel.Money;

/**
 * What the books say of a claim.
 *
 * @param version of the encounter's account that told it; below zero before the books have told anything
 * @param claimVersion of the claim's own account
 * @param settled whether nobody owes anything on the whole encounter
 */
public record Balances(
        long version,
        long claimVersion,
        Money paid,
        Money adjusted,
        Money payerBalance,
        Money patientBalance,
        boolean settled) {}
