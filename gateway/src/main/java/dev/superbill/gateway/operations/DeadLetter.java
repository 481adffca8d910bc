package dev.superbill.gateway.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer could not apply; never its payload.
 *
 * @param id its place among the dead letters: {@code <partition>-<offset>}
 * @param topic the dead-letter topic
 * @param type the event's type, if it had one
 * @param key the event's key
 * @param origin where it stood
 * @param cause the fault, without what the fault says of the payload
 * @param at when it was parked
 */
record DeadLetter(
        String id,
        String topic,
        @Nullable String type,
        @Nullable String key,
        Origin origin,
        @Nullable String cause,
        Instant at) {

    record Origin(@Nullable String topic, int partition, long offset) {}
}
