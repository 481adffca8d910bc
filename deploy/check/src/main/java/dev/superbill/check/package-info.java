/**
 * Says whether a Superbill is coherent: computes again, from the lines that were billed and the bytes that payers sent,
 * what the books should hold, and compares; follows events from outboxes to consumers, claims through their history, and
 * files to their hashes. It shares no rule with the code that posts, so that a mistake there is not repeated here.
 */
@NullMarked
package dev.superbill.check;

import org.jspecify.annotations.NullMarked;
