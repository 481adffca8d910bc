/** Answers on their way: kept with the step that made them, delivered when they are due, once. */
@NullMarked
package dev.superbill.clearinghouse.delivery;

import org.jspecify.annotations.NullMarked;
