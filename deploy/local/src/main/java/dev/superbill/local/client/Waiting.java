package dev.superbill.local.client;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself. */
public final class Waiting {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private Waiting() {}

    /**
     * Looks until the condition holds.
     *
     * @return whether it held before the time was over
     */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            aMoment();
        }
        return true;
    }

    /** The pause before another look. */
    public static void aMoment() {
        pause(BETWEEN_LOOKS);
    }

    /** Does nothing for a while. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
