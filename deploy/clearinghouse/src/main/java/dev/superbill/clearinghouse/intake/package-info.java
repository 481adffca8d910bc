/**
 * Reads what a submitter sent: envelopes, syntax faults and the claims of an 837P (005010X222A1). It reads segments with
 * the X12 library and understands them by itself, so that a misreading on the other side is not shared here.
 */
@NullMarked
package dev.superbill.clearinghouse.intake;

import org.jspecify.annotations.NullMarked;
