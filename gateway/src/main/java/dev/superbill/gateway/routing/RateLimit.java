package dev.superbill.gateway.routing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many requests a user may make: a bucket of tokens for each, refilled steadily. */
@ApplicationScoped
class RateLimit {

    private static final long MOST_USERS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    RateLimit(@ConfigProperty(name = "superbill.rate-limit.requests-per-second") int requestsPerSecond) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(user -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(2L * requestsPerSecond)
                                .refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /** Takes a token of the user; empty when there was one, else the seconds until there is. */
    OptionalLong secondsToWait(String user) {
        ConsumptionProbe probe = buckets.get(user).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
    }
}
