package dev.superbill.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads bodies to the letter: what JSON would quietly bend (12.5 cents to 12, the second of two equal keys, a number for
 * a name) and what no database can keep (NUL, half a character) is refused at the field where it stands.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** After the one that registers the usual types, whose readers these take the place of. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(LocalDate.class, new CalendarDate())
                .addDeserializer(Instant.class, new PointInTime()));
    }

    /** A text that UTF-8 and the database can hold. */
    private static final class StorableText extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1;

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text != null && !Texts.isStorable(text)
                    ? (String) context.handleWeirdStringValue(String.class, "", "not storable")
                    : text;
        }
    }

    /** A date as ISO 8601 writes it, and nothing else. */
    private static final class CalendarDate extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1;

        CalendarDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString("");
            try {
                return Dates.parse(text);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "no date");
            }
        }
    }

    /** An instant as ISO 8601 writes it, with its offset. */
    private static final class PointInTime extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        PointInTime() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getValueAsString("");
            try {
                return Dates.parseInstant(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, "", "no instant");
            }
        }
    }
}
