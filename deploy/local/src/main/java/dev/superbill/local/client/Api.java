package dev.superbill.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Superbill's public API as a client sees it: one address, tokens by user, JSON. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration LONGEST_STREAM = Duration.ofHours(2);
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
    public Api(URI gateway, Function<String, String> tokenOfUser) {
        this.gateway = gateway;
        this.tokenOfUser = tokenOfUser;
    }

    public JsonNode get(String user, String path) {
        return send(user, "GET", path, null, BodyPublishers.noBody());
    }

    public JsonNode post(String user, String path, Object body) {
        return send(user, "POST", path, "application/json", body(body));
    }

    public JsonNode put(String user, String path, Object body) {
        return send(user, "PUT", path, "application/json", body(body));
    }

    /** Sends a remittance or another X12 file, streamed. */
    public JsonNode upload(String user, String path, Path file) {
        try {
            return send(user, "POST", path, "application/edi-x12", BodyPublishers.ofFile(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a file of JSON lines, streamed both ways.
     *
     * @param answer told of each line of the answer as it comes
     */
    public void sendLines(String user, String path, Path file, Consumer<JsonNode> answer) {
        try {
            HttpRequest request = request(user, path)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofFile(file))
                    .timeout(LONGEST_STREAM)
                    .build();
            HttpResponse<Stream<String>> response = exchange(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() >= 400) {
                    throw new ApiException("POST " + path, response.statusCode(), lines.collect(Collectors.joining()));
                }
                lines.filter(line -> !line.isBlank()).map(this::parse).forEach(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what is no JSON, such as an X12 file; the caller closes it. */
    public InputStream download(String user, String path) {
        HttpResponse<InputStream> response = exchange(request(user, path).GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() >= 400) {
            throw new ApiException("GET " + path, response.statusCode(), "");
        }
        return response.body();
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String user, String path) {
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
            HttpRequest.Builder request = request(user, path).method(method, body);
            if (type != null) {
                request.header("Content-Type", type);
            }
            HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
            int status = response.statusCode();
            if (status == 401 && attempt == 1) {
                // a token lives for an hour
                tokens.remove(user);
                continue;
            }
            if ((status == 429 || status == 503) && attempt < MOST_ATTEMPTS) {
                Waiting.pause(Duration.ofSeconds(
                        response.headers().firstValueAsLong("Retry-After").orElse(1)));
                continue;
            }
            if (status >= 400) {
                throw new ApiException(call, status, response.body());
            }
            return parse(response.body());
        }
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, tokenOfUser));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
