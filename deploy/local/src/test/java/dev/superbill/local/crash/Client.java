package dev.superbill.local.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.Road;
import dev.superbill.local.stack.SignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A client that expects parts to be dead: it asks again until it is answered, and only what was answered counts. */
final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI gateway;
    private final SignIn signIn;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Client(Road road) {
        this.gateway = URI.create(road.stack().gateway());
        this.signIn = new SignIn(road.stack().issuer());
    }

    /** An answer. */
    record Answer(int status, JsonNode body) {}

    /** Asks once; nothing when there is no answer, or one that says to come again. */
    Optional<Answer> ask(String user, String method, String path, @Nullable String type, String body, String key) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, signIn::token))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (type != null) {
                request.header("Content-Type", type);
            }
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status == 429 || status >= 500) {
                return Optional.empty();
            }
            return Optional.of(new Answer(
                    status, answer.body().isBlank() ? json.createObjectNode() : json.readTree(answer.body())));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Asks until it is answered. */
    JsonNode must(String user, String method, String path, @Nullable String type, String body, String key) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Answer> answer = ask(user, method, path, type, body, key);
            if (answer.isPresent() && answer.get().status() < 400) {
                return answer.get().body();
            }
            if (answer.isPresent()) {
                throw new AssertionError(method + " " + path + " answered " + answer.get());
            }
            pause(PAUSE);
        }
        throw new AssertionError(method + " " + path + " was not answered in " + PATIENCE);
    }

    JsonNode get(String user, String path) {
        return must(user, "GET", path, null, "", "");
    }

    List<JsonNode> all(String user, String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(user, path + (path.contains("?") ? "&" : "?") + "limit=500" + next);
            page.path("items").forEach(items::add);
            next = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!next.isEmpty());
        return items;
    }

    String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
}
