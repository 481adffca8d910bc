package dev.superbill.claims.practice;

import org.jspecify.annotations.Nullable;

/**
 * The billing provider of a practice (837P loop 2010AA).
 *
 * @param npi its group NPI
 * @param taxId nine digits (REF*EI)
 * @param taxonomy ten characters of the NUCC code set (PRV*BI)
 * @param payTo where checks go when not to the address (loop 2010AB)
 * @param cliaNumber of its own laboratory (REF*X4); null when it has none
 * @param signatureOnFile CLM06: the providers' signatures are on file
 * @param acceptsAssignment CLM07: it takes what the payer allows as payment in full
 */
public record BillingProvider(
        String name,
        String npi,
        String taxId,
        String taxonomy,
        Address address,
        @Nullable Address payTo,
        @Nullable Contact contact,
        @Nullable String cliaNumber,
        boolean signatureOnFile,
        boolean acceptsAssignment) {

    /** The form of a CLIA number: two digits, D, seven digits. */
    public static final String CLIA_NUMBER = "\\d{2}D\\d{7}";
}
