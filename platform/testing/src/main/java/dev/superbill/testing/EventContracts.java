package dev.superbill.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contracts of events: {@code docs/events/<type>.schema.json} and {@code docs/events/examples/<type>.json}. */
public final class EventContracts {

    private EventContracts() {}

    /** Asserts that a producer's JSON agrees with the schema of its type. */
    public static void check(String type, String json) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema schema = registry.getSchema(read(type + ".schema.json"), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON))
                .as("Faults of %s against its schema", type)
                .isEmpty();
    }

    /** The producer's own example of a type, for consumers to read with their own record. */
    public static String example(String type) {
        return read("examples/" + type + ".json");
    }

    private static String read(String name) {
        Path file = Repository.root().resolve("docs/events").resolve(name);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
