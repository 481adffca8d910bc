/**
 * How services keep what identifies a patient: the keyring by configuration ({@code superbill.phi.*}), the cipher of the
 * practice at work, and columns that are sealed as a whole.
 */
@NullMarked
package dev.superbill.platform.phi;

import org.jspecify.annotations.NullMarked;
