/**
 * From clean claims to a sent file: batches, control numbers, the 837P (005010X222A1) of a batch, and its delivery to the
 * trading partner. What comes back is the business of the acknowledgement feature, which tells it here.
 */
@NullMarked
package dev.superbill.claims.submission;

import org.jspecify.annotations.NullMarked;
