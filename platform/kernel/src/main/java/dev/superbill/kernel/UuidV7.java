package dev.superbill.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids whose order is the order of their making (RFC 9562, section 5.7): 48 bits of milliseconds, 74 random bits. */
public final class UuidV7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /** A new id of this moment. */
    public static UUID next() {
        return next(Clock.systemUTC());
    }

    /** A new id of the clock's moment. */
    public static UUID next(Clock clock) {
        long millis = clock.millis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFF);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
