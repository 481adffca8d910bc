package dev.superbill.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits on conditions, never on time. */
public final class Eventually {

    /** Long, because it only matters where something is broken. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Eventually() {}

    /** Waits until the assertions hold. */
    public static void asserted(ThrowingRunnable assertions) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).untilAsserted(assertions);
    }
}
