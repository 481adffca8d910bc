package dev.superbill.gateway.operations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
@Schema(examples = DeadLetter.EXAMPLE)
record DeadLetter(
        String id,
        String topic,
        @Nullable String type,
        @Nullable String key,
        Origin origin,
        @Nullable String cause,
        Instant at) {

    static final String EXAMPLE = """
            {"id": "0-12", "topic": "dead-letter.scheduling.payer.claims.payer", "type": "dev.superbill.claims.payer-changed.v1",
             "key": "019a8f0e-7c1d-7000-8000-000000000003", "origin": {"topic": "claims.payer", "partition": 0, "offset": 7},
             "cause": "dev.superbill.platform.events.UnreadableEventException", "at": "2026-11-24T14:00:00.123Z"}""";

    record Origin(@Nullable String topic, int partition, long offset) {}
}
