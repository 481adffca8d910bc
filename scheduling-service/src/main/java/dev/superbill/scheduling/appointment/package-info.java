/**
 * The front desk's day: appointments, which never overlap (the database sees to it), and their way from booking to
 * check-out. Owns the topic {@code scheduling.appointment}.
 */
@NullMarked
package dev.superbill.scheduling.appointment;

import org.jspecify.annotations.NullMarked;
