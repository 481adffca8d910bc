package dev.superbill.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Sends requests as they are, whatever they are. */
public final class Gateway {

    /** An answer; no status when none came in time, or the connection broke. */
    public record Answer(int status, String type, byte[] body) {

        /** The body as JSON; a missing node when it is none. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_BROKEN = 2;

    private final URI base;
    private final Function<String, String> tokenOfUser;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * @param base such as {@code http://localhost:8080}
     * @param tokenOfUser gives a bearer token for a user's name
     */
    public Gateway(URI base, Function<String, String> tokenOfUser) {
        this.base = base;
        this.tokenOfUser = tokenOfUser;
    }

    /** The JSON of an address. */
    public JsonNode get(String user, String path) {
        return send(new Sample(path, user, "GET", path, null, new byte[0])).json();
    }

    /** Sends it; who is told that the rate is used up, or that a service does not answer just then, comes back once more. */
    public Answer send(Sample sample) {
        HttpRequest.BodyPublisher body = sample.type() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(sample.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(sample.path()))
                .timeout(PATIENCE)
                .method(sample.method(), body);
        if (sample.user() != null) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(sample.user(), tokenOfUser));
        }
        if (sample.type() != null) {
            request.header("Content-Type", sample.type());
        }
        sample.headers().forEach(request::header);
        for (int attempt = 1; ; attempt++) {
            Answer answer = exchange(request.build());
            // after an address that is too long the connection is closed, maybe while the next request is being sent on
            // it
            boolean closed = answer.status() == 0 && attempt <= MOST_BROKEN;
            boolean later =
                    (answer.status() == 429 && attempt < MOST_ATTEMPTS) || (answer.status() == 503 && attempt == 1);
            if (later) {
                pause();
            } else if (!closed) {
                return answer;
            }
        }
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            return new Answer(0, e.getClass().getSimpleName(), new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
