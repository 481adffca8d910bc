/**
 * The people who work for the practice; those who treat patients are its providers. Owns the topic
 * {@code staff.employee}.
 */
@NullMarked
package dev.superbill.staff.employee;

import org.jspecify.annotations.NullMarked;
