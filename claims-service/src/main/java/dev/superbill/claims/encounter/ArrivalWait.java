package dev.superbill.claims.encounter;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Patience for what other services have told but what has not arrived yet: a client that has just made a patient may bill
 * at once. One for a request, however many lines it has.
 */
final class ArrivalWait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private long pausesLeft;

    ArrivalWait(Duration patience) {
        this.pausesLeft = patience.dividedBy(PAUSE);
    }

    /** Asks until the answer is yes or the patience is at its end. */
    boolean until(BooleanSupplier arrived) {
        while (!arrived.getAsBoolean()) {
            if (pausesLeft-- <= 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
