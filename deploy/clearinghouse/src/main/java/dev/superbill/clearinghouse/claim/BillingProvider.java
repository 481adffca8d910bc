package dev.superbill.clearinghouse.claim;

/**
 * Who is paid (loop 2010AA).
 *
 * @param npi NM109
 * @param taxId REF02 of REF*EI or REF*SY, digits only; empty when the claim has none
 */
public record BillingProvider(String npi, String taxId, String name) {}
