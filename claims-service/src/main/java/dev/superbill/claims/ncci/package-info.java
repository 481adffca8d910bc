/**
 * The National Correct Coding Initiative's tables as a practice has loaded them: pairs of procedures that are not billed
 * together, and units that are too many. None are shipped, because CPT codes are licensed. The scrubber asks
 * {@link dev.superbill.claims.ncci.Ncci}.
 */
@NullMarked
package dev.superbill.claims.ncci;

import org.jspecify.annotations.NullMarked;
