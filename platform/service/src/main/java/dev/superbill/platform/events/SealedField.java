package dev.superbill.platform.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.phi.SealBrokenException;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How {@link Identifying} components are written and read; without a cipher neither is done. */
final class SealedField {

    /** The attribute under which a reader or writer of JSON has its {@link PracticeCipher}, or who gives it. */
    static final String CIPHER = "superbill.cipher";

    private SealedField() {}

    private static PracticeCipher cipher(@Nullable Object attribute) {
        if (attribute instanceof PracticeCipher cipher) {
            return cipher;
        }
        if (attribute instanceof Supplier<?> supplier && supplier.get() instanceof PracticeCipher cipher) {
            return cipher;
        }
        throw new IllegalStateException("An identifying field is neither written nor read without a cipher");
    }

    /** Writes the sealed JSON of the value. */
    static final class Writer extends JsonSerializer<Object> {

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            Place place = Place.ofEvent(json.getOutputContext().getCurrentName());
            json.writeString(cipher(provider.getAttribute(CIPHER)).sealText(place, EventJson.bytes(value)));
        }
    }

    /** Reads what {@link Writer} has written. */
    static final class Reader extends JsonDeserializer<Object> implements ContextualDeserializer {

        private final @Nullable String name;
        private final @Nullable JavaType type;

        Reader() {
            this(null, null);
        }

        private Reader(@Nullable String name, @Nullable JavaType type) {
            this.name = name;
            this.type = type;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(property.getName(), property.getType());
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (name == null || type == null || json.currentToken() != JsonToken.VALUE_STRING) {
                throw new SealBrokenException("An identifying field is not sealed");
            }
            PracticeCipher cipher = cipher(context.getAttribute(CIPHER));
            return EventJson.value(cipher.openText(Place.ofEvent(name), json.getText()), type);
        }
    }
}
