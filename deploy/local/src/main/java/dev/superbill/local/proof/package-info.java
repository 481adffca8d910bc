/** {@code superbill test}: what is proven of the packaged programs while they run. */
@NullMarked
package dev.superbill.local.proof;

import org.jspecify.annotations.NullMarked;
