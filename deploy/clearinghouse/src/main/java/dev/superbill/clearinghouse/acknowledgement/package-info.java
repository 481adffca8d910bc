/**
 * The three answers before money: TA1 for the envelope, 999 (005010X231A1) for the syntax, 277CA (005010X214) for each
 * claim, the last one twice: the clearinghouse's own and the payer's.
 */
@NullMarked
package dev.superbill.clearinghouse.acknowledgement;

import org.jspecify.annotations.NullMarked;
