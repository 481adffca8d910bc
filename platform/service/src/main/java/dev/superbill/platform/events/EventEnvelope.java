package dev.superbill.platform.events;

import dev.superbill.kernel.PracticeId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a CloudEvent says of itself in its headers.
 *
 * @param id unique for ever; a redelivery has the same
 * @param type such as {@code dev.superbill.claims.claim-changed.v1}
 * @param subject the id of the aggregate
 * @param practice whose it is
 * @param time when it was written
 */
public record EventEnvelope(UUID id, String type, String subject, PracticeId practice, Instant time) {

    /**
     * Reads the headers of a message.
     *
     * @throws UnreadableEventException when one is missing or malformed
     */
    static EventEnvelope of(Headers headers) {
        try {
            return new EventEnvelope(
                    UUID.fromString(text(headers, "ce_id")),
                    text(headers, "ce_type"),
                    text(headers, "ce_subject"),
                    new PracticeId(text(headers, "ce_practiceid")),
                    Instant.parse(text(headers, "ce_time")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEventException("A CloudEvents header is malformed");
        }
    }

    /** The type without its version: {@code dev.superbill.claims.claim-changed}. */
    String typeName() {
        return EventHandlers.withoutVersion(type);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEventException("The CloudEvents header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
