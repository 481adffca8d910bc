/**
 * What answers a submission: TA1 for an interchange, 999 (005010X231A1) for a group, 277CA (005010X214) for claims. Records,
 * one reader for all three, writers, and the check of a received 837P that makes the TA1 and the 999.
 */
@NullMarked
package dev.superbill.x12.acknowledgement;

import org.jspecify.annotations.NullMarked;
