package dev.superbill.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.superbill.kernel.PracticeId;
import dev.superbill.phi.Keyring;
import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** What opens the examples: they are of practice maple, sealed by the key of development. */
    public static PracticeCipher cipher() {
        return Keyring.ofLocalDevelopment().of(new PracticeId("maple"));
    }

    /** The producer's own example of a type, for consumers to read with their own record and {@link #cipher}. */
    public static String example(String type) {
        return read("examples/" + type + ".json");
    }

    /** What a producer would send: the fields sealed that the schema of the type wants sealed. */
    static String sealed(String type, String practice, JsonNode payload) {
        if (payload instanceof ObjectNode object && Files.exists(file(type + ".schema.json"))) {
            seal(
                    object,
                    json(read(type + ".schema.json")),
                    Keyring.ofLocalDevelopment().of(new PracticeId(practice)));
        }
        return payload.toString();
    }

    private static void seal(ObjectNode object, JsonNode schema, PracticeCipher cipher) {
        schema.path("properties").properties().forEach(property -> {
            JsonNode value = object.path(property.getKey());
            if (value.isMissingNode() || value.isNull()) {
                return;
            }
            if (property.getValue().path("pattern").asText().startsWith("^enc:v1:")) {
                object.put(
                        property.getKey(),
                        cipher.sealText(
                                Place.ofEvent(property.getKey()),
                                value.toString().getBytes(StandardCharsets.UTF_8)));
            }
            value.forEach(item -> {
                if (item instanceof ObjectNode nested) {
                    seal(nested, property.getValue().path("items"), cipher);
                }
            });
        });
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Path file(String name) {
        return Repository.root().resolve("docs/events").resolve(name);
    }

    private static String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
