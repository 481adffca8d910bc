package dev.superbill.platform.arrival;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Patience for what another service has told and what has not arrived here yet. One for a request, however much it names:
 * what one wait has used up the next does not have. Used by one thread at a time.
 */
public final class ArrivalWait {

    /** How long a request waits altogether before it is told that there is no such thing. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Within {@link #repeating}: whether there will be another attempt. */
    private static final ScopedValue<Boolean> BEGUN_ANEW = ScopedValue.newInstance();

    private long pausesLeft;

    /** Ends an attempt; no fault, so it carries no trace. */
    private static final class NotArrivedException extends RuntimeException {

        NotArrivedException() {
            super("Not arrived yet", null, false, false);
        }
    }

    ArrivalWait(Duration patience) {
        this.pausesLeft = patience.dividedBy(PAUSE);
    }

    /**
     * Runs work that is begun anew as long as something that it names has not arrived, up to the patience of a request: for
     * work in a transaction of its own, which is not to stay open during the pauses. Waits within it do not pause; the last
     * attempt goes on without what has not come.
     */
    public static <T> T repeating(Callable<T> work) throws Exception {
        ArrivalWait wait = ofRequest();
        while (wait.pausesLeft > 0) {
            try {
                return ScopedValue.where(BEGUN_ANEW, true).call(work::call);
            } catch (NotArrivedException e) {
                wait.pausesLeft--;
                pause();
            }
        }
        return ScopedValue.where(BEGUN_ANEW, false).call(work::call);
    }

    /** The patience of a request: three seconds of pauses between the questions. */
    public static ArrivalWait ofRequest() {
        return new ArrivalWait(PATIENCE);
    }

    /**
     * Asks until the answer is yes or the patience is at its end; at least once. Best called outside a transaction: an open
     * one holds its connection all the while.
     *
     * @param arrived asked again and again, each time in a transaction of its own unless one is running
     * @return whether it came
     * @throws IllegalStateException when the thread is interrupted
     */
    public boolean until(BooleanSupplier arrived) {
        while (!QuarkusTransaction.joiningExisting().call(arrived::getAsBoolean)) {
            if (BEGUN_ANEW.isBound()) {
                if (BEGUN_ANEW.get()) {
                    throw new NotArrivedException();
                }
                return false;
            }
            if (pausesLeft <= 0) {
                return false;
            }
            pausesLeft--;
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
