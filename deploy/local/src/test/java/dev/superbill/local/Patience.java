package dev.superbill.local;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what happens by itself: on conditions, never for a time. */
public final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Patience() {}

    /** Looks until it is so; a look that fails is one that does not show it. */
    public static void until(Duration atMost, String what, Callable<Boolean> condition) {
        waiting(atMost, what).until(condition);
    }

    /** Looks until the assertions hold. */
    public static void asserted(Duration atMost, String what, ThrowingRunnable assertions) {
        waiting(atMost, what).untilAsserted(assertions);
    }

    /** Looks until it has been so for a while without a break. */
    public static void during(Duration atMost, Duration unbroken, String what, Callable<Boolean> condition) {
        waiting(atMost, what).during(unbroken).until(condition);
    }

    private static ConditionFactory waiting(Duration atMost, String what) {
        return Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .atMost(atMost)
                .ignoreExceptions();
    }
}
