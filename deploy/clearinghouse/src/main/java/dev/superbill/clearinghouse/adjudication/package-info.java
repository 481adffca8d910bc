/**
 * What a payer decides about a claim: a small deterministic rule set, chosen by payer and seed. Amounts are integer
 * cents and balance by construction (005010X221A1, section 1.10.2.1): charge − Σ adjustments = paid, for each line and
 * for the claim.
 */
@NullMarked
package dev.superbill.clearinghouse.adjudication;

import org.jspecify.annotations.NullMarked;
