package dev.superbill.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.ContextAttributes;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.phi.SealBrokenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
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

    /** The JSON text of a payload in which nothing identifies a person. */
    public static String write(Object payload) {
        return write(payload, MAPPER.writer());
    }

    /** The JSON text of a payload, its {@link Identifying} fields sealed. */
    public static String write(Object payload, PracticeCipher cipher) {
        return write(payload, MAPPER.writer().withAttribute(SealedField.CIPHER, cipher));
    }

    private static String write(Object payload, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The payload " + payload.getClass().getSimpleName() + " is no JSON", e);
        }
    }

    /**
     * Lets another mapper, such as that of stored documents, keep {@link Identifying} components sealed.
     *
     * @param cipher asked for each of them
     */
    public static ContextAttributes sealing(Supplier<PracticeCipher> cipher) {
        return ContextAttributes.getEmpty().withSharedAttribute(SealedField.CIPHER, cipher);
    }

    static byte[] bytes(Object value) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(value);
    }

    static Object value(byte[] json, JavaType type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /**
     * {@link #read(String, Class, PracticeCipher)} of a payload in which nothing identifies a person.
     *
     * @throws UnreadableEventException when the text does not fit the record
     */
    public static <T> T read(String json, Class<T> type) {
        return read(json, type, MAPPER.readerFor(type));
    }

    /**
     * A payload read into the reader's own record, its {@link Identifying} fields opened; fields that it does not know are
     * passed over.
     *
     * @throws UnreadableEventException when the text does not fit the record, or a sealed field does not open
     */
    public static <T> T read(String json, Class<T> type, PracticeCipher cipher) {
        return read(json, type, MAPPER.readerFor(type).withAttribute(SealedField.CIPHER, cipher));
    }

    private static <T> T read(String json, Class<T> type, ObjectReader reader) {
        try {
            T payload = reader.readValue(json);
            if (payload == null) {
                throw new UnreadableEventException("The payload is empty");
            }
            return payload;
        } catch (JsonProcessingException e) {
            // the original message would quote the payload, which may tell of a patient
            throw new UnreadableEventException(
                    e.getCause() instanceof SealBrokenException broken
                            ? "A field of the payload does not open: " + broken.getMessage()
                            : "The payload does not fit " + type.getSimpleName());
        }
    }
}
