package dev.superbill.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.gateway.routing.ListsOfBilling;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges OpenAPI documents. Components get their service's name in front ({@code claims.Claim}), because two services may
 * use one name for different things; operation ids too. An operation's security names the roles that may call it.
 */
final class MergedDocument {

    private static final String COMPONENTS = "#/components/";
    private static final String SCHEME = "bearer";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final ArrayNode missing = JsonNodeFactory.instance.arrayNode();

    /** Adds a service's own document. */
    void add(String service, JsonNode document) {
        document.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/")) {
                ObjectNode operations = path.getValue().deepCopy();
                rename(service, operations);
                operations
                        .properties()
                        .forEach(operation -> name(service, path.getKey(), operation.getKey(), operation.getValue()));
                paths.put(path.getKey(), operations);
            }
        });
        document.path("components").properties().forEach(kind -> {
            if (kind.getKey().equals("securitySchemes")) {
                return;
            }
            ObjectNode merged = components.withObjectProperty(kind.getKey());
            kind.getValue().properties().forEach(component -> {
                JsonNode copy = component.getValue().deepCopy();
                rename(service, copy);
                merged.set(service + "." + component.getKey(), copy);
            });
        });
        document.path("tags").forEach(tag -> tags.put(tag.path("name").asText(), tag));
    }

    /** Says that a service's document could not be had. */
    void missing(String service) {
        missing.add(service);
    }

    ObjectNode build() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Superbill")
                .put("description", "Scheduling, claims, remittances and the ledger of a medical practice.")
                .put("version", "1")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        ObjectNode scheme = components.withObjectProperty("securitySchemes").putObject(SCHEME);
        scheme.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        document.putArray("security").addObject().putArray(SCHEME);
        ArrayNode tagList = document.putArray("tags");
        tags.values().forEach(tagList::add);
        document.putObject("paths").setAll(paths);
        document.set("components", components);
        if (!missing.isEmpty()) {
            document.set("x-missing", missing);
        }
        return document;
    }

    private static void name(String service, String path, String method, JsonNode operation) {
        if (METHODS.contains(method) && operation instanceof ObjectNode node) {
            JsonNode id = node.path("operationId");
            if (id.isTextual()) {
                node.put("operationId", service + "." + id.asText());
            }
            node.set("security", security(path, node.path("security")));
        }
    }

    /** Who may: one of the roles that the service names for its own scheme, if it passes this door. */
    private static ArrayNode security(String path, JsonNode own) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        own.forEach(requirement -> requirement.forEach(scheme -> scheme.forEach(role -> {
            if (ListsOfBilling.admit(path, role.asText())) {
                roles.add(role);
            }
        })));
        ArrayNode security = JsonNodeFactory.instance.arrayNode();
        security.addObject().set(SCHEME, roles);
        return security;
    }

    private static void rename(String service, JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.path("$ref");
            if (reference.isTextual() && reference.asText().startsWith(COMPONENTS)) {
                String rest = reference.asText().substring(COMPONENTS.length());
                int slash = rest.indexOf('/');
                object.put(
                        "$ref", COMPONENTS + rest.substring(0, slash + 1) + service + "." + rest.substring(slash + 1));
            }
        }
        for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
            rename(service, children.next());
        }
    }
}
