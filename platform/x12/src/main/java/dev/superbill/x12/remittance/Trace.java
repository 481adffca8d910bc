package dev.superbill.x12.remittance;

import dev.superbill.x12.Position;

/**
 * TRN, the number that ties the remittance to its payment.
 *
 * @param position where it stands
 * @param number TRN02: EFT trace or check number
 * @param payerIdentifier TRN03: {@code 1} and the payer's tax id
 * @param supplement TRN04
 */
public record Trace(Position position, String number, String payerIdentifier, String supplement) {
    /** A trace that is to be written. */
    public static Trace of(String number, String payerIdentifier) {
        return new Trace(Position.NONE, number, payerIdentifier, "");
    }
}
