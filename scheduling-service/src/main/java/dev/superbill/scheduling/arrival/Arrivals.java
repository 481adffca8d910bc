package dev.superbill.scheduling.arrival;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets a caller read its own writes across services: whoever has just made a provider or a payer may name it here at
 * once, although the event that tells of it is still on its way.
 */
@ApplicationScoped
public class Arrivals {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(40);

    /**
     * Waits until something is known, at most three seconds.
     *
     * @param known asked again and again, each time in a transaction of its own unless one is running
     * @return whether it came
     */
    public boolean await(BooleanSupplier known) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!QuarkusTransaction.joiningExisting().call(known::getAsBoolean)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for another service's event", e);
        }
    }
}
