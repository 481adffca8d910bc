package dev.superbill.claims.practice;

import org.jspecify.annotations.Nullable;

/**
 * The billing provider of a practice (837P loop 2010AA).
 *
 * @param npi its group NPI
 * @param taxId nine digits (REF*EI)
 * @param taxonomy ten characters of the NUCC code set (PRV*BI)
 * @param payTo where checks go when not to the address (loop 2010AB)
 */
public record BillingProvider(
        String name,
        String npi,
        String taxId,
        String taxonomy,
        Address address,
        @Nullable Address payTo,
        @Nullable Contact contact) {}
