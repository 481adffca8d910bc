package dev.superbill.clearinghouse.adjudication;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Choices that look arbitrary and are the same each time. */
final class Dice {

    private Dice() {}

    /** A number from 0 to below {@code sides}, decided by seed and text. */
    static int of(long seed, String text, int sides) {
        CRC32 sum = new CRC32();
        sum.update((seed + "|" + text).getBytes(StandardCharsets.UTF_8));
        return Math.toIntExact(sum.getValue() % sides);
    }
}
