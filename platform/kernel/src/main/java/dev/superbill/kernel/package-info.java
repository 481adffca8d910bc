/**
 * Money, identifiers and ids: the few value types that every part of Superbill agrees on. Plain Java, no dependency.
 */
@NullMarked
package dev.superbill.kernel;

import org.jspecify.annotations.NullMarked;
