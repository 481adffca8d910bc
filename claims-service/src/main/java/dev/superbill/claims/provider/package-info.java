/**
 * Who treats: the projections of staff's employees and credentials that claims need. Reads topics {@code staff.employee}
 * and {@code staff.credential}.
 */
@NullMarked
package dev.superbill.claims.provider;

import org.jspecify.annotations.NullMarked;
