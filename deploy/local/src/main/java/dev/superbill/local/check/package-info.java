/** Holds the running stack against the files and lines that went into it. */
@NullMarked
package dev.superbill.local.check;

import org.jspecify.annotations.NullMarked;
