package dev.superbill.local.crash;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens by itself. */
final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private Patience() {}

    /** Looks until it is so; a look that fails is one that does not show it. */
    static void until(Duration atMost, String what, Callable<Boolean> condition) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new AssertionError("After " + atMost + " not true that " + what, last);
    }
}
