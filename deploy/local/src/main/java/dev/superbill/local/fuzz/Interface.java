package dev.superbill.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The operations that the merged OpenAPI document tells of. */
public final class Interface {

    /**
     * One operation.
     *
     * @param path with its parameters in braces
     * @param roles those that may call it
     * @param type the media type of its body; null when it takes none
     * @param example of its body; a missing node when the document has none
     * @param queries names of its query parameters
     * @param choices the first allowed value of parameters that have a fixed set of them
     */
    public record Operation(
            String method,
            String path,
            List<String> roles,
            @Nullable String type,
            JsonNode example,
            List<String> queries,
            Map<String, String> choices) {

        /** As people write it: {@code GET /api/v1/claims/{id}}. */
        public String name() {
            return method + " " + path;
        }
    }

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final String JSON = "application/json";

    private final JsonNode document;

    public Interface(JsonNode document) {
        this.document = document;
    }

    /** All of them, in the order of their paths. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()))));
        return operations;
    }

    private Operation operation(String path, String method, JsonNode operation) {
        JsonNode types = operation.path("requestBody").path("content");
        String type = types.isEmpty()
                ? null
                : types.has(JSON) ? JSON : types.fieldNames().next();
        List<String> queries = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                texts(operation.path("security").path(0).path("bearer")),
                type,
                example(type == null ? MissingNode.getInstance() : types.path(type)),
                queries,
                choices(operation));
    }

    private Map<String, String> choices(JsonNode operation) {
        Map<String, String> choices = new HashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode schema = parameter.path("schema");
            JsonNode resolved = schema.has("$ref")
                    ? document.at(schema.path("$ref").asText().substring(1))
                    : schema;
            if (resolved.path("enum").has(0)) {
                choices.put(
                        parameter.path("name").asText(),
                        resolved.path("enum").path(0).asText());
            }
        }
        return choices;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode example(JsonNode content) {
        if (content.has("example")) {
            return content.path("example");
        }
        for (JsonNode example : content.path("examples")) {
            return example.path("value");
        }
        String reference = content.path("schema").path("$ref").asText();
        return document.at(reference.replaceFirst("^#", "")).path("examples").path(0);
    }
}
