/**
 * A claim as a payer sees it: what of an 837P (005010X222A1, loops 2000A to 2430) decides its answer. The records are
 * kept between receipt and payment, so they are plain and small.
 */
@NullMarked
package dev.superbill.clearinghouse.claim;

import org.jspecify.annotations.NullMarked;
