package dev.superbill.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Shows the example of a record, which is written down once with it ({@code @Schema(examples = …)}), wherever an operation
 * takes or answers the record or a page of them, and has no example of its own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Examples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null
                || document.getPaths().getPathItems() == null
                || document.getComponents() == null
                || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().stream()
                        .flatMap(Examples::contents)
                        .forEach(content -> show(content, schemas)));
    }

    private static Stream<Content> contents(Operation operation) {
        Stream<Content> request = Stream.ofNullable(operation.getRequestBody())
                .map(body -> body.getContent())
                .filter(Objects::nonNull);
        Stream<Content> answers = Stream.ofNullable(operation.getResponses())
                .flatMap(responses -> responses.getAPIResponses().values().stream())
                .map(response -> response.getContent())
                .filter(Objects::nonNull);
        return Stream.concat(request, answers);
    }

    private static void show(Content content, Map<String, Schema> schemas) {
        if (content.getMediaTypes() == null) {
            return;
        }
        for (MediaType type : content.getMediaTypes().values()) {
            if (type.getExample() == null && type.getExamples() == null && type.getSchema() != null) {
                type.setExample(example(type.getSchema(), schemas));
            }
        }
    }

    private static @Nullable Object example(Schema schema, Map<String, Schema> schemas) {
        Schema named = resolved(schema, schemas);
        if (named.getExamples() != null && !named.getExamples().isEmpty()) {
            return value(named.getExamples().getFirst());
        }
        return named.getProperties() == null ? null : page(named.getProperties(), schemas);
    }

    /** A page with the one item that is known. */
    private static @Nullable Object page(Map<String, Schema> properties, Map<String, Schema> schemas) {
        Schema items = properties.get("items");
        if (items == null || items.getItems() == null || !properties.containsKey("next")) {
            return null;
        }
        Object item = example(items.getItems(), schemas);
        if (item == null) {
            return null;
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", List.of(item));
        page.put("next", null);
        return page;
    }

    private static Schema resolved(Schema schema, Map<String, Schema> schemas) {
        if (schema.getRef() == null) {
            return schema;
        }
        String name = Arrays.asList(schema.getRef().split("/")).getLast();
        return schemas.getOrDefault(name, schema);
    }

    private static Object value(Object example) {
        if (!(example instanceof String text)) {
            return example;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
