/**
 * Reads the same X12 file with Superbill's library and with those of others. Nothing else may depend on this module: the
 * other libraries are here to be measured.
 */
@NullMarked
package dev.superbill.bench;

import org.jspecify.annotations.NullMarked;
