package dev.superbill.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands where scheduling, claims and payments are, and answers what a test tells it to; staff is away. */
public class Upstream implements QuarkusTestResourceLifecycleManager {

    record Answer(int status, String type, String body) {}

    static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    static final Map<String, Map<String, String>> HEADERS = new ConcurrentHashMap<>();
    static final Map<String, Long> BYTES = new ConcurrentHashMap<>();

    /** What the gateway is told of how many requests a service takes at a time. */
    static final int MOST_IN_FLIGHT = 6;

    /** Requests to these paths wait; how many of each do. */
    static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();

    static final Map<String, AtomicInteger> WAITING = new ConcurrentHashMap<>();

    private HttpServer server;

    static void answer(String path, int status, String json) {
        ANSWERS.put(path, new Answer(status, "application/json", json));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", Upstream::handle);
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            return Map.of(
                    "superbill.route.scheduling",
                    url,
                    "superbill.route.claims",
                    url,
                    "superbill.route.payments",
                    url,
                    "superbill.route.staff",
                    "http://127.0.0.1:" + closedPort(),
                    "superbill.rate-limit.requests-per-second",
                    "20",
                    "superbill.in-flight.requests-per-service",
                    Integer.toString(MOST_IN_FLIGHT),
                    "superbill.body.pace-window",
                    "1s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        long bytes = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream body = exchange.getRequestBody()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        BYTES.put(path, bytes);
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        HEADERS.put(path, headers);
        await(path);
        Answer answer = ANSWERS.getOrDefault(path, new Answer(404, "application/problem+json", "{\"status\": 404}"));
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        if (!answer.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
        }
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        try (exchange) {
            exchange.getResponseBody().write(text);
        }
    }

    private static void await(String path) {
        CountDownLatch latch = HELD.get(path);
        if (latch == null) {
            return;
        }
        WAITING.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
