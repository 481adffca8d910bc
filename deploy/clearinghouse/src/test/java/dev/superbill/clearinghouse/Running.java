package dev.superbill.clearinghouse;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A clearinghouse on free ports and a submitter that speaks SFTP to it. */
final class Running implements AutoCloseable {

    static final String SUBMITTER = "MAPLE01";

    private static final Duration CYCLE = Duration.ofMillis(400);

    private final Path home;
    private final KeyPair keys;
    private Clearinghouse clearinghouse;
    private SshClient client;
    private ClientSession session;
    private SftpClient sftp;

    Running(Path home) throws Exception {
        this.home = home;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        Files.createDirectories(home);
        Files.writeString(home.resolve("authorized_keys"), PublicKeyEntry.toString(keys.getPublic()) + " test\n");
        start();
    }

    void restart() throws Exception {
        close();
        start();
    }

    private void start() throws Exception {
        // a fixed day, a running clock: services of the samples are young and nothing depends on when tests run
        Duration shift = Duration.between(Instant.now(), Instant.parse("2026-01-06T15:00:00Z"));
        Clock clock = Clock.offset(Clock.system(ZoneOffset.UTC), shift);
        clearinghouse = Clearinghouse.start(
                new Clearinghouse.Settings(0, 0, home, home.resolve("authorized_keys"), 7, CYCLE), clock);
        client = SshClient.setUpDefaultClient();
        String pinned = clearinghouse.hostKey();
        client.setServerKeyVerifier(
                (ssh, address, key) -> PublicKeyEntry.toString(key).equals(pinned));
        client.start();
        session = client.connect(SUBMITTER, "127.0.0.1", clearinghouse.sftpPort())
                .verify(Duration.ofSeconds(20))
                .getSession();
        session.addPublicKeyIdentity(keys);
        session.auth().verify(Duration.ofSeconds(20));
        sftp = SftpClientFactory.instance().createSftpClient(session);
    }

    void put(String name, String text) throws IOException {
        try (OutputStream out = sftp.write("outbound/" + name + ".tmp")) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        sftp.rename("outbound/" + name + ".tmp", "outbound/" + name);
    }

    /** All answers by file name, in the order of their making. */
    Map<String, String> inbox() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (SftpClient.DirEntry entry : sftp.readDir("inbound")) {
            String name = entry.getFilename();
            if (!name.startsWith(".")) {
                try (InputStream in = sftp.read("inbound/" + name)) {
                    files.put(name, new String(in.readAllBytes(), StandardCharsets.US_ASCII));
                }
            }
        }
        return files;
    }

    List<String> inbox(String kind) throws IOException {
        List<String> texts = new ArrayList<>();
        inbox().forEach((name, text) -> {
            if (name.endsWith("." + kind)) {
                texts.add(text);
            }
        });
        return texts;
    }

    List<String> awaitInbox(String kind, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> inbox(kind), files -> files.size() >= count);
    }

    SftpClient sftp() {
        return sftp;
    }

    String http(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + clearinghouse.httpPort() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    @Override
    public void close() throws IOException {
        session.close(true).await(Duration.ofSeconds(5));
        client.stop();
        clearinghouse.close();
    }
}
