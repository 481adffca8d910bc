package dev.superbill.local.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
final class Waiting {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private Waiting() {}

    /**
     * Looks until the condition holds.
     *
     * @return whether it held before the time was over
     */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Api.pause(BETWEEN_LOOKS);
        }
        return true;
    }
}
