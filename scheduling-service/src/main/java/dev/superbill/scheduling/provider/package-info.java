/**
 * Who may be booked, and when not: a projection of staff-service's employees and their availability
 * ({@code staff.employee}, {@code staff.availability}).
 */
@NullMarked
package dev.superbill.scheduling.provider;

import org.jspecify.annotations.NullMarked;
