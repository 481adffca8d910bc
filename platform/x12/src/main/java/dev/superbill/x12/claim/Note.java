package dev.superbill.x12.claim;

/**
 * NTE.
 *
 * @param code NTE01: {@code ADD} additional information, {@code CER}, {@code DCP}, {@code DGN}, {@code TPO}
 * @param text NTE02, at most 80 characters
 */
public record Note(String code, String text) {}
