package dev.superbill.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Stored files over the gateway, asked for as a user of the practice. */
public final class ApiOriginals implements Originals {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 10;

    private final URI gateway;
    private final Map<String, String> users;
    private final UnaryOperator<String> tokenOfUser;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param users by practice, somebody who may read its files
     * @param tokenOfUser signs them in
     */
    public ApiOriginals(URI gateway, Map<String, String> users, UnaryOperator<String> tokenOfUser) {
        this.gateway = gateway;
        this.users = Map.copyOf(users);
        this.tokenOfUser = tokenOfUser;
    }

    @Override
    public Set<String> practices() {
        return users.keySet();
    }

    @Override
    public InputStream open(String practice, String path) throws IOException {
        String user = users.get(practice);
        if (user == null) {
            throw new CheckException("Nobody is known who may read the files of " + practice);
        }
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, tokenOfUser))
                .GET()
                .build();
        try {
            for (int attempt = 1; ; attempt++) {
                HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
                answer.body().close();
                boolean passes = answer.statusCode() == 429 || answer.statusCode() == 503;
                if (!passes || attempt == ATTEMPTS) {
                    throw new CheckException("GET " + path + " answers " + answer.statusCode());
                }
                Thread.sleep(Duration.ofSeconds(
                        answer.headers().firstValueAsLong("Retry-After").orElse(1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckException("Interrupted", e);
        }
    }
}
