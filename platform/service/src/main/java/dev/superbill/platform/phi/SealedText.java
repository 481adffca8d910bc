package dev.superbill.platform.phi;

import dev.superbill.phi.Place;
import dev.superbill.phi.SealBrokenException;
import jakarta.persistence.AttributeConverter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Free text in a {@code bytea} column, which may tell of a patient. An entity that has such a column names a subclass of
 * this as its converter. The value is bound to its practice and column; Hibernate does not tell a converter the row.
 */
public abstract class SealedText implements AttributeConverter<String, byte[]> {

    private final Place place;

    protected SealedText(String table, String column) {
        this.place = Place.ofColumn(table, column);
    }

    /** Seals a text for the practice at work. */
    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
        return text == null ? null : Phi.cipherAtWork().seal(place, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a text.
     *
     * @throws SealBrokenException when it was changed, moved or sealed by an unknown key
     */
    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
        return sealed == null ? null : new String(Phi.cipherAtWork().open(place, sealed), StandardCharsets.UTF_8);
    }
}
