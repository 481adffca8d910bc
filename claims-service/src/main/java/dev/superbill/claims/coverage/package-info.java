/**
 * Whom we treat and who pays for them: the projections of scheduling's patients and coverages that claims need. Reads
 * topics {@code scheduling.patient} and {@code scheduling.coverage}.
 */
@NullMarked
package dev.superbill.claims.coverage;

import org.jspecify.annotations.NullMarked;
