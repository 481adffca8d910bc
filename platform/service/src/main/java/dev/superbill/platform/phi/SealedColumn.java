package dev.superbill.platform.phi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.superbill.phi.Place;
import dev.superbill.phi.SealBrokenException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@code bytea} column that holds what identifies somebody, all in one value a row: sealing costs a few microseconds
 * however many fields there are. A mapper of its own, so that no setting of a web interface changes what is kept.
 *
 * @param <T> what a row's value is
 */
public final class SealedColumn<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Phi phi;
    private final String table;
    private final String column;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    SealedColumn(Phi phi, String table, String column, Class<T> type) {
        this.phi = phi;
        this.table = table;
        this.column = column;
        this.writer = MAPPER.writerFor(type);
        this.reader = MAPPER.readerFor(type);
    }

    /** Seals a row's value, for the practice at work. */
    public byte[] seal(UUID row, T value) {
        return seal(row.toString(), value);
    }

    /** {@link #seal(UUID, Object)} for a row whose key is not one id. */
    public byte[] seal(String row, T value) {
        try {
            return phi.cipher().seal(Place.of(table, column, row), writer.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A value of " + table + " is no JSON", e);
        }
    }

    /** {@link #seal(UUID, Object)} of a value that may be missing. */
    public byte @Nullable [] sealNullable(UUID row, @Nullable T value) {
        return value == null ? null : seal(row, value);
    }

    /** A value as it was before it was sealed. */
    public T read(byte[] opened) {
        try {
            return reader.readValue(opened);
        } catch (IOException e) {
            // the original message would quote the value
            throw new IllegalStateException("A value of " + table + " is not what it should be");
        }
    }

    /**
     * Opens a row's value.
     *
     * @throws SealBrokenException when it was changed, moved or sealed by an unknown key
     */
    public T open(UUID row, byte[] sealed) {
        return open(row.toString(), sealed);
    }

    /** {@link #open(UUID, byte[])} for a row whose key is not one id. */
    public T open(String row, byte[] sealed) {
        return read(phi.cipher().open(Place.of(table, column, row), sealed));
    }

    /** {@link #open(UUID, byte[])} of a value that may be missing. */
    public @Nullable T openNullable(UUID row, byte @Nullable [] sealed) {
        return sealed == null ? null : open(row, sealed);
    }
}
