package dev.superbill.local.part;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** A program that is ready at once and says that it is not alive after somebody has asked for {@code /wedge}. */
public final class FakeService {

    private FakeService() {}

    /** Listens on the port in {@code QUARKUS_HTTP_PORT}. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AtomicBoolean wedged = new AtomicBoolean();
        server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "{}"));
        server.createContext(
                "/q/health/live",
                exchange -> answer(
                        exchange,
                        wedged.get() ? 503 : 200,
                        "{\"checks\": [{\"name\": \"consumers\", \"status\": \"DOWN\"}]}"));
        server.createContext("/wedge", exchange -> {
            wedged.set(true);
            answer(exchange, 200, "{}");
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
