/**
 * The 835 health care claim payment/advice, guide 005010X221A1: a reader that streams claim by claim (loops 2100 and
 * 2110), a writer of the same records, the three balance equations, and a first pass that tells envelopes, totals and the
 * hash of each transaction.
 */
@NullMarked
package dev.superbill.x12.remittance;

import org.jspecify.annotations.NullMarked;
