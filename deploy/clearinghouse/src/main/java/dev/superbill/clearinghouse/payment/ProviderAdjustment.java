package dev.superbill.clearinghouse.payment;

/**
 * One adjustment of a payee's payment (PLB).
 *
 * @param code PLB03-1: WO, FB or L6
 * @param reference PLB03-2
 * @param cents positive reduces the payment
 */
public record ProviderAdjustment(String code, String reference, long cents) {}
