package dev.superbill.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Superbill's public API as a client sees it: one address, tokens by user, JSON. */
final class Api {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int LARGEST_PAGE = 500;
    private static final int MOST_ATTEMPTS = 10;

    private final URI gateway;
    private final Function<String, String> tokenOfUser;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param gateway such as {@code http://localhost:8080}
     * @param tokenOfUser gives a bearer token for a user's name
     */
    Api(URI gateway, Function<String, String> tokenOfUser) {
        this.gateway = gateway;
        this.tokenOfUser = tokenOfUser;
    }

    JsonNode get(String user, String path) {
        return send(user, "GET", path, null, BodyPublishers.noBody());
    }

    JsonNode post(String user, String path, Object body) {
        return send(user, "POST", path, "application/json", body(body));
    }

    JsonNode put(String user, String path, Object body) {
        return send(user, "PUT", path, "application/json", body(body));
    }

    JsonNode upload(String user, String path, Path file) {
        try {
            return send(user, "POST", path, "application/edi-x12", BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String user, String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        @Nullable String next = null;
        do {
            String cursor = next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = get(user, path + separator + "limit=" + LARGEST_PAGE + cursor);
            page.path("items").forEach(items::add);
            next = page.path("next").isTextual() ? page.path("next").asText() : null;
        } while (next != null);
        return items;
    }

    /** A call that overloaded or restarting parts refuse for a moment is repeated; the server says when. */
    private JsonNode send(String user, String method, String path, @Nullable String type, BodyPublisher body) {
        String call = method + " " + path;
        for (int attempt = 1; ; attempt++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, tokenOfUser))
                    .method(method, body);
            if (type != null) {
                request.header("Content-Type", type);
            }
            HttpResponse<String> response = exchange(request.build());
            int status = response.statusCode();
            if ((status == 429 || status == 503) && attempt < MOST_ATTEMPTS) {
                pause(Duration.ofSeconds(
                        response.headers().firstValueAsLong("Retry-After").orElse(1)));
                continue;
            }
            if (status >= 400) {
                throw new ApiException(call, status, response.body());
            }
            return parse(response.body());
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private BodyPublisher body(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode parse(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
