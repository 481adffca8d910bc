/**
 * What partners answer to a batch: TA1, 999 (005010X231A1) and 277CA (005010X214). Each is kept byte for byte, then read,
 * then moves the claims that it speaks of, by the rank of the hop that answers. Also the watch over answers that do not
 * come, and the list of what needs a person.
 */
@NullMarked
package dev.superbill.claims.acknowledgement;

import org.jspecify.annotations.NullMarked;
