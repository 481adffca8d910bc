package dev.superbill.local.part;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a part from outside whether it answers. */
final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Probe() {}

    /** Ready when the address answers 200. */
    static Health http(String address) {
        try {
            HttpResponse<String> answer = get(address);
            return answer.statusCode() == 200
                    ? Health.READY
                    : Health.notReady("answers " + answer.statusCode() + down(answer.body()));
        } catch (IOException e) {
            return Health.notReady("does not answer yet");
        }
    }

    /** The answer to a GET, whatever its status. */
    static HttpResponse<String> get(String address) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** The answer to a request without a body. */
    static HttpResponse<String> send(String method, String address) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return Client.HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Ready when something accepts a connection. */
    static Health tcp(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
            return Health.READY;
        } catch (IOException e) {
            return Health.notReady("does not answer yet");
        }
    }

    /** The names of what is down in an answer of MicroProfile Health. */
    private static String down(String body) {
        StringBuilder names = new StringBuilder();
        Matcher check = CHECK.matcher(body);
        while (check.find()) {
            names.append(names.isEmpty() ? ": " : ", ").append(check.group(1));
        }
        return names.toString();
    }

    private static final Pattern CHECK =
            Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"status\"\\s*:\\s*\"DOWN\"");

    /** Made at the first question, not at the start of each command. */
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }
}
