/**
 * Remittances (X12 835, guide 005010X221A1): files are kept byte for byte, proven (line, claim and transaction balance to
 * the cent), and posted claim by claim. Owns files, transactions and the payers' answers to claims; never posts the same
 * payment twice; finds the claim that an answer is about, or keeps its money as unapplied cash until the claim is there.
 * Reads loops 1000A and B, 2100, 2110 and PLB; listens to {@code claims.trading-partner}; tells {@code
 * payments.remittance}.
 *
 * <p>The rules stand in {@link dev.superbill.payments.remittance.TransactionVerdict} (may a transaction post?), {@link
 * dev.superbill.payments.remittance.ClaimFinder} (whose is an answer?), {@link
 * dev.superbill.payments.remittance.ClaimPosting} (what does it post?) and {@link
 * dev.superbill.payments.remittance.ClaimBatch} (in which order do reversals and originals meet?).
 */
@NullMarked
package dev.superbill.payments.remittance;

import org.jspecify.annotations.NullMarked;
