/**
 * Who has read what of a patient ({@link dev.superbill.platform.access.ReadsPhi}). Owns the rows of the table
 * {@code access_log} that tell of reading.
 */
@NullMarked
package dev.superbill.platform.access;

import org.jspecify.annotations.NullMarked;
