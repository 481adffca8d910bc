package dev.superbill.clearinghouse.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.superbill.clearinghouse.adjudication.Treatment;
import dev.superbill.clearinghouse.desk.Desk;
import dev.superbill.clearinghouse.scenario.Scenario;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. */
public final class ControlPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlPort.class);
    private static final int MOST_DELIVERIES = 500;
    private static final int MOST_BYTES = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Desk desk;
    private final Map<String, Object> about;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** What {@code POST /scenarios} takes. */
    private record Request(
            @JsonProperty(required = true) String scenario,
            @Nullable String submitter,
            @Nullable String payer,
            @Nullable String answers,
            int delaySeconds,
            int count,
            @Nullable Treatment treatment) {

        Scenario toScenario() {
            String name = scenario.toUpperCase(Locale.ROOT).replace('-', '_');
            Scenario.Kind kind = Scenario.Kind.valueOf(name);
            return new Scenario(kind, submitter, payer, answers, delaySeconds, Math.max(1, count), treatment);
        }
    }

    /** Answers one request with something to be written as JSON. */
    private interface Handler {
        Object answer(HttpExchange exchange) throws IOException;
    }

    /** What is wrong with a request. */
    private static final class BadRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRequest(String message) {
            super(message);
        }
    }

    private ControlPort(HttpServer server, Desk desk, Map<String, Object> about) {
        this.server = server;
        this.desk = desk;
        this.about = about;
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     * @param about what {@code /status} shows besides counts
     * @throws IOException when the port is taken
     */
    public static ControlPort open(int port, Desk desk, Map<String, Object> about) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        ControlPort control = new ControlPort(server, desk, about);
        server.setExecutor(control.threads);
        control.route("GET", "/health", exchange -> Map.of("status", "UP"));
        control.route("GET", "/status", exchange -> control.status());
        control.route("GET", "/deliveries", exchange -> desk.deliveries(MOST_DELIVERIES));
        control.route("POST", "/pay-now", exchange -> Map.of("cyclesClosed", desk.payNow()));
        control.routeScenarios();
        server.start();
        return control;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private Object status() {
        Map<String, Object> status = new LinkedHashMap<>(about);
        status.putAll(desk.counts());
        status.put("scenarios", desk.openScenarios());
        return status;
    }

    private void routeScenarios() {
        server.createContext("/scenarios", exchange -> {
            switch (exchange.getRequestMethod()) {
                case "GET" -> respond(exchange, 200, desk.openScenarios());
                case "POST" -> handle(exchange, this::addScenario);
                case "DELETE" -> {
                    desk.clearScenarios();
                    respond(exchange, 200, desk.openScenarios());
                }
                default -> respond(exchange, 405, Map.of("detail", "GET, POST or DELETE"));
            }
        });
    }

    private Object addScenario(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        try {
            Scenario scenario = json.readValue(body, Request.class).toScenario();
            desk.add(scenario);
            return scenario;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new BadRequest("Send {\"scenario\": one of "
                    + List.of(Scenario.Kind.values())
                    + ", \"submitter\", \"payer\", \"answers\", \"delaySeconds\", \"count\", \"treatment\"}");
        }
    }

    private void route(String method, String path, Handler handler) {
        server.createContext(path, exchange -> {
            if (!exchange.getRequestMethod().equals(method)) {
                respond(exchange, 405, Map.of("detail", method));
            } else {
                handle(exchange, handler);
            }
        });
    }

    private void handle(HttpExchange exchange, Handler handler) throws IOException {
        try {
            respond(exchange, 200, handler.answer(exchange));
        } catch (BadRequest e) {
            respond(exchange, 400, Map.of("detail", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.getRequestURI().getPath(), e);
            respond(exchange, 500, Map.of("detail", "failed; see the log"));
        }
    }

    private void respond(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = json.writeValueAsBytes(answer);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
