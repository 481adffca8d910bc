package dev.superbill.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The JSON of events. A mapper of its own, so that no setting of a web interface ever changes a contract. */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private EventJson() {}

    /**
     * The text of a message. It travels as bytes, so that what cannot be read is parked as it came.
     *
     * @throws UnreadableEventException when there is none, or it is not UTF-8
     */
    static String text(byte @Nullable [] message) {
        if (message == null) {
            throw new UnreadableEventException("The message has no payload");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableEventException("The payload is not UTF-8");
        }
    }

    /** The JSON text of a payload. */
    public static String write(Object payload) {
        try {
            return MAPPER.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The payload " + payload.getClass().getSimpleName() + " is no JSON", e);
        }
    }

    /**
     * A payload read into the reader's own record; fields that it does not know are passed over.
     *
     * @throws UnreadableEventException when the text does not fit the record
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T payload = MAPPER.readValue(json, type);
            if (payload == null) {
                throw new UnreadableEventException("The payload is empty");
            }
            return payload;
        } catch (JsonProcessingException e) {
            // the original message would quote the payload, which may tell of a patient
            throw new UnreadableEventException("The payload does not fit " + type.getSimpleName());
        }
    }
}
