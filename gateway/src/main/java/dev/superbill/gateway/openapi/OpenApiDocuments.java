package dev.superbill.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.superbill.gateway.routing.Destination;
import dev.superbill.gateway.routing.RouteSettings;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fetches the services' documents and keeps the merged one for a while. */
@ApplicationScoped
class OpenApiDocuments {

    private static final Logger LOG = Logger.getLogger(OpenApiDocuments.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    /** Quarkus's name of the document that has none. */
    private static final String DEFAULT_DOCUMENT = "<default>";

    private record Kept(JsonNode document, Instant until) {}

    private final RouteSettings routes;
    private final OpenApiDocumentService own;
    private final ObjectMapper json;
    private final Clock clock;
    private final YAMLMapper yaml = new YAMLMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile @Nullable Kept kept;

    OpenApiDocuments(RouteSettings routes, OpenApiDocumentService own, ObjectMapper json, Clock clock) {
        this.routes = routes;
        this.own = own;
        this.json = json;
        this.clock = clock;
    }

    String asJson() throws IOException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(document());
    }

    String asYaml() throws IOException {
        return yaml.writeValueAsString(document());
    }

    private JsonNode document() throws IOException {
        Kept current = kept;
        Instant now = clock.instant();
        if (current != null && now.isBefore(current.until())) {
            return current.document();
        }
        MergedDocument merged = new MergedDocument();
        merged.add("gateway", json.readTree(own.getDocument(DEFAULT_DOCUMENT, Format.JSON)));
        boolean whole = true;
        for (Destination destination : Destination.values()) {
            JsonNode part = fetch(destination);
            if (part == null) {
                merged.missing(destination.serviceName());
                whole = false;
            } else {
                merged.add(destination.serviceName(), part);
            }
        }
        JsonNode document = merged.build();
        // one with a missing part is asked for again at once
        kept = new Kept(document, whole ? now.plus(FRESH) : now);
        return document;
    }

    private @Nullable JsonNode fetch(Destination destination) {
        URI address = routes.of(destination).resolve("/q/openapi?format=json");
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(address).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? json.readTree(response.body()) : null;
        } catch (IOException e) {
            LOG.warnf(
                    "%s gave no OpenAPI document: %s",
                    destination.serviceName(), e.getClass().getSimpleName());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
