/**
 * Visits ready to bill: opened by a checked-out appointment or written directly, coded, and turned into claims. Reads topic
 * {@code scheduling.appointment}.
 */
@NullMarked
package dev.superbill.claims.encounter;

import org.jspecify.annotations.NullMarked;
