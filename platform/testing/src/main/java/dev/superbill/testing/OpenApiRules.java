package dev.superbill.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the description of an interface ({@code /q/openapi?format=json}) says of every operation: a summary and a
 * description, what each parameter means, an example of each body that goes in or comes out, and the problems. An example
 * is true: it agrees with its schema and names no field that there is not; null stands for an absent field.
 */
public final class OpenApiRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String PROBLEM = "application/problem+json";
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode components;
    private final List<String> faults = new ArrayList<>();

    private OpenApiRules(ObjectNode components) {
        this.components = components;
    }

    /** Checks all operations below {@code /api/}. */
    public static void check(String document) {
        JsonNode read = read(document).orElseThrow(() -> new AssertionError("The description is no JSON"));
        OpenApiRules rules = new OpenApiRules(strict(read.path("components").deepCopy()));
        read.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(
                                operation -> rules.operation(operation.getKey(), path.getKey(), operation.getValue())));
        assertThat(rules.faults).as("What the description lacks").isEmpty();
    }

    private void operation(String method, String path, JsonNode operation) {
        String name = method.toUpperCase(Locale.ROOT) + " " + path;
        require(!operation.path("summary").asText().isBlank(), name + ": a summary");
        require(!operation.path("description").asText().isBlank(), name + ": a description");
        for (JsonNode parameter : operation.path("parameters")) {
            require(
                    !parameter.path("description").asText().isBlank(),
                    name + ": what " + parameter.path("name").asText() + " means");
        }
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(content -> example(name + " request", content.getKey(), content.getValue()));
        JsonNode responses = operation.path("responses");
        require(responses.properties().stream().anyMatch(each -> each.getKey().startsWith("2")), name + ": success");
        responses.properties().forEach(each -> response(name + " " + each.getKey(), each.getKey(), each.getValue()));
        boolean takesInput =
                operation.has("requestBody") || operation.path("parameters").size() > 0;
        for (String status : List.of("400", "401", "403", "404")) {
            boolean occurs = switch (status) {
                case "400" -> takesInput;
                case "404" -> path.contains("{");
                default -> true;
            };
            require(!occurs || responses.has(status), name + ": what answers " + status);
        }
    }

    private void response(String name, String status, JsonNode response) {
        require(!response.path("description").asText().isBlank(), name + ": what it means");
        JsonNode contents = response.path("content");
        if (status.startsWith("4")) {
            require(contents.has(PROBLEM), name + ": a problem");
        }
        contents.properties().forEach(content -> example(name, content.getKey(), content.getValue()));
    }

    private void example(String name, String type, JsonNode content) {
        Optional<JsonNode> example = example(content);
        if (example.isEmpty()) {
            faults.add(name + ": an example in " + type);
        } else if (type.endsWith("json") && content.has("schema")) {
            agrees(name, type, content.path("schema"), example.get());
        }
    }

    private void agrees(String name, String type, JsonNode schema, JsonNode example) {
        if (type.contains("ndjson")) {
            example.asText().lines().forEach(line -> agrees(name, schema, line));
        } else {
            agrees(name, schema, example.isTextual() ? example.asText() : example.toString());
        }
    }

    private void agrees(String name, JsonNode schema, String example) {
        Optional<JsonNode> value = read(example);
        if (value.isEmpty()) {
            faults.add(name + ": an example that is JSON");
            return;
        }
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(withoutNulls(value.get()).toString(), InputFormat.JSON)
                .forEach(error -> faults.add(name + ": an example that is true: " + error));
    }

    /** The example of a content, or that of its schema; a page has that of its items. */
    private Optional<JsonNode> example(JsonNode content) {
        if (content.has("example")) {
            return Optional.of(content.path("example"));
        }
        for (JsonNode named : content.path("examples")) {
            return Optional.of(named.path("value"));
        }
        return ofSchema(content.path("schema"));
    }

    private Optional<JsonNode> ofSchema(JsonNode schema) {
        for (JsonNode example : schema.path("examples")) {
            return read(example.isTextual() ? example.asText() : example.toString())
                    .or(() -> Optional.of(example));
        }
        if (schema.has("$ref")) {
            String referred = schema.path("$ref").asText().substring(SCHEMAS.length());
            return ofSchema(components.path("schemas").path(referred));
        }
        if (schema.path("type").asText().equals("array")) {
            return ofSchema(schema.path("items"))
                    .map(item -> JSON.createArrayNode().add(item));
        }
        JsonNode properties = schema.path("properties");
        if (properties.has("items") && properties.has("next")) {
            return ofSchema(properties.path("items"))
                    .map(items -> JSON.createObjectNode().set("items", items));
        }
        return Optional.empty();
    }

    /** No field beside those that are described. */
    private static ObjectNode strict(ObjectNode components) {
        components.path("schemas").forEach(schema -> {
            if (schema instanceof ObjectNode object && object.has("properties") && !object.has("allOf")) {
                object.put("additionalProperties", false);
            }
        });
        return components;
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (value instanceof ObjectNode object) {
            List<String> absent = new ArrayList<>();
            object.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    absent.add(field.getKey());
                }
                withoutNulls(field.getValue());
            });
            object.remove(absent);
        } else if (value instanceof ArrayNode array) {
            array.forEach(OpenApiRules::withoutNulls);
        }
        return value;
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            faults.add(what);
        }
    }

    private static Optional<JsonNode> read(@Nullable String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
