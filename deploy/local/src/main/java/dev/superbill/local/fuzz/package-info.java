/**
 * {@code superbill test --fuzz}: seeded mutations of valid files and bodies, sent through the running gateway. Whatever
 * comes, each gets an answer that is no fault of ours, the programs stay as they are, and the ledger stays balanced.
 */
@NullMarked
package dev.superbill.local.fuzz;

import org.jspecify.annotations.NullMarked;
