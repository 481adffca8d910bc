/**
 * What the payers decided and what the books say: moves claims to ADJUDICATED and CLOSED and bills the next payer. Reads
 * topics {@code payments.remittance} and {@code payments.account}.
 */
@NullMarked
package dev.superbill.claims.adjudication;

import org.jspecify.annotations.NullMarked;
