/** When employees are to work; nobody works two shifts at once. */
@NullMarked
package dev.superbill.staff.shift;

import org.jspecify.annotations.NullMarked;
