/** The work itself: files come in, answers and payments go out, one step after the other on one thread. */
@NullMarked
package dev.superbill.clearinghouse.desk;

import org.jspecify.annotations.NullMarked;
