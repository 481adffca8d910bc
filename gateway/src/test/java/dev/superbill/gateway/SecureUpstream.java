package dev.superbill.gateway;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Services behind certificates that are made here: one that the gateway is told to trust, and one that it is not. */
public class SecureUpstream implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "for-a-test";
    static final Path FOLDER = Path.of("target/certificates");

    private final List<HttpsServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(FOLDER);
            Path trusted = keys("trusted");
            String known = "https://localhost:" + serve(trusted);
            String unknown = "https://localhost:" + serve(keys("unknown"));
            return Map.ofEntries(
                    Map.entry("superbill.route.scheduling", unknown),
                    Map.entry("superbill.route.claims", known),
                    Map.entry("superbill.route.payments", known),
                    Map.entry("superbill.route.staff", known),
                    Map.entry("superbill.route.tls-configuration-name", "services"),
                    Map.entry("quarkus.tls.services.trust-store.p12.path", trusted.toString()),
                    Map.entry("quarkus.tls.services.trust-store.p12.password", PASSWORD),
                    Map.entry("quarkus.tls.key-store.p12.path", trusted.toString()),
                    Map.entry("quarkus.tls.key-store.p12.password", PASSWORD),
                    Map.entry("quarkus.http.test-ssl-port", "0"),
                    Map.entry("quarkus.http.insecure-requests", "disabled"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key and its own certificate, which is also what trusts it. */
    private static Path keys(String name) throws IOException {
        Path store = FOLDER.resolve(name + ".p12").toAbsolutePath();
        Files.deleteIfExists(store);
        try {
            int code = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            name,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("keytool ended with " + code);
            }
            return store;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private int serve(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{\"items\": [], \"next\": null}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }
}
