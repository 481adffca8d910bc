package dev.superbill.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests a service is given at a time. More than it can work on would only wait in it, for memory and for
 * callers who have long gone away; they are told to come back instead.
 */
@ApplicationScoped
class InFlight {

    private final int most;
    private final Map<Destination, AtomicInteger> counts = new EnumMap<>(Destination.class);

    InFlight(@ConfigProperty(name = "superbill.in-flight.requests-per-service") int most) {
        this.most = most;
        for (Destination destination : Destination.values()) {
            counts.put(destination, new AtomicInteger());
        }
    }

    /** The most requests that a service is given at a time. */
    int most() {
        return most;
    }

    /** Takes a place, which has to be given back; false when all are taken. */
    boolean enter(Destination destination) {
        AtomicInteger count = count(destination);
        if (count.incrementAndGet() <= most) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    void leave(Destination destination) {
        count(destination).decrementAndGet();
    }

    private AtomicInteger count(Destination destination) {
        AtomicInteger count = counts.get(destination);
        if (count == null) {
            throw new IllegalStateException("Every destination is counted");
        }
        return count;
    }
}
