package dev.superbill.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids whose order is the order of their making (RFC 9562, section 5.7): 48 bits of milliseconds, a counter of 12 bits
 * that keeps the ids of one process in order within a millisecond (section 6.2, method 1), 62 random bits.
 */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    /** The counter begins in its lower half, so that there is room to count. */
    private static final int FIRST_COUNTS = 0x07FF;

    /** A clock that is further back than this has been set, or is another one: ids follow it. */
    private static final long FURTHEST_BACK_MILLIS = 10_000;

    /** Milliseconds and counter of the last id. */
    private static final AtomicLong LAST = new AtomicLong();

    private UuidV7() {}

    /** A new id of this moment. */
    public static UUID next() {
        return next(Clock.systemUTC());
    }

    /** A new id of the clock's moment; of a few milliseconds later where more than the counter holds were made in one. */
    public static UUID next(Clock clock) {
        long now = clock.millis();
        long first = (now << COUNTER_BITS) | (RANDOM.nextInt() & FIRST_COUNTS);
        long place = LAST.updateAndGet(last -> {
            boolean clockWasSet = (last >>> COUNTER_BITS) - now > FURTHEST_BACK_MILLIS;
            return clockWasSet ? first : Math.max(last + 1, first);
        });
        long high = ((place >>> COUNTER_BITS) << 16) | 0x7000L | (place & 0x0FFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
