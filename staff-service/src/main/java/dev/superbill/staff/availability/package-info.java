/**
 * When employees are here and when not, put together from what their leave and their shifts say. Owns the topic
 * {@code staff.availability}.
 */
@NullMarked
package dev.superbill.staff.availability;

import org.jspecify.annotations.NullMarked;
