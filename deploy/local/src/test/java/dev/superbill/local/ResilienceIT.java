package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.check.Progress;
import dev.superbill.local.check.RunningStack;
import dev.superbill.local.fuzz.Corpus;
import dev.superbill.local.fuzz.Gateway;
import dev.superbill.local.fuzz.Sample;
import dev.superbill.local.stack.PartSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers notice when a part goes away, comes back, is told to end, or is asked for more than it can do. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class ResilienceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<String> SERVICES = Set.of("scheduling", "claims", "payments", "staff", "gateway");
    private static final String PROBLEM = "application/problem+json";

    /** More than the gateway gives a user at once, by far. */
    private static final int MANY = 3_000;

    @BeforeAll
    static void live(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).isZero();
    }

    @Test
    void refusesWhatIsTooMuchAndRecovers(Road road) throws IOException, InterruptedException {
        String token = road.run("token", "auditor").output().strip();
        HttpRequest request = HttpRequest.newBuilder(road.address(Port.GATEWAY).resolve("/api/v1/claims"))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<HttpResponse<String>> answers = IntStream.range(0, MANY)
                    .mapToObj(i -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .isSubsetOf(200, 429, 503)
                    .contains(200);
            List<HttpResponse<String>> refused = answers.stream()
                    .filter(answer -> answer.statusCode() != 200)
                    .toList();
            assertThat(refused).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.headers().firstValue("Content-Type")).hasValue(PROBLEM);
                assertThat(answer.headers().firstValue("Retry-After").orElse(""))
                        .matches("\\d+");
            });
        }
        await(() -> get(road.gateway(), "auditor", "/api/v1/claims").status() == 200);
    }

    @Test
    void doesWithoutAServiceThatIsAway(Road road) throws IOException, InterruptedException {
        Gateway gateway = road.gateway();
        road.run("stop", "staff");
        try {
            Gateway.Answer own = get(gateway, "hr", "/api/v1/employees");
            assertThat(own.status()).isEqualTo(503);
            assertThat(own.type()).isEqualTo(PROBLEM);
            assertThat(own.json().path("code").asText()).isEqualTo("SERVICE_UNAVAILABLE");
            Gateway.Answer view = get(gateway, "manager", "/api/v1/work-day");
            assertThat(view.status()).isEqualTo(200);
            assertThat(view.json().path("missing")).extracting(JsonNode::asText).containsExactly("staff");
        } finally {
            road.run("start", "staff");
        }
        await(() -> get(gateway, "hr", "/api/v1/employees").status() == 200);
    }

    @Test
    void survivesARestartOfTheDatabaseWithoutRestartingAService(Road road) throws IOException, InterruptedException {
        Gateway gateway = road.gateway();
        Map<String, String> before = processes(road);
        // the identity provider keeps its users in the same database: everybody signs in before it is away
        assertThat(worksAgain(gateway)).isTrue();
        road.run("stop", "postgresql");
        try {
            Gateway.Answer answer = get(gateway, "frontdesk", "/api/v1/patients");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.type()).isEqualTo(PROBLEM);
        } finally {
            road.run("start", "postgresql");
        }
        await(() -> worksAgain(gateway));
        assertThat(processes(road)).isEqualTo(before);
    }

    private static boolean worksAgain(Gateway gateway) {
        return get(gateway, "frontdesk", "/api/v1/patients").status() == 200
                && get(gateway, "biller", "/api/v1/claims").status() == 200
                && get(gateway, "biller", "/api/v1/remittances").status() == 200
                && get(gateway, "hr", "/api/v1/employees").status() == 200;
    }

    /** What has begun is done to its end, and then the process ends by itself. */
    @Test
    void finishesWhatItHasBegunBeforeItEnds(Road road) throws IOException, InterruptedException {
        String token = road.run("token", "biller").output().strip();
        int port = road.port(Port.CLAIMS);
        PartSnapshot claims = part(road, "claims");
        String line = "{\"externalId\": \"drained\"}\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /api/v1/encounters HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    %s""".formatted(token, 2 * line.length(), line).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            long drained = drains(road);
            claims.process().alive().orElseThrow().destroy();
            await(() -> drains(road) > drained);
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"line\":2");
        }
        await(() -> part(road, "claims").note().contains("exit code"));
        assertThat(part(road, "claims").note()).matches("ended with exit code (0|143); .*");
        await(() -> get(road.gateway(), "biller", "/api/v1/claims").status() == 200);
    }

    @Test
    void postsWhileTheBrokerIsAwayAndTellsOfItLater(Road road) throws IOException, InterruptedException {
        Gateway gateway = road.gateway();
        Sample remittance = new Corpus(gateway)
                .gather().stream()
                        .filter(sample -> sample.name().equals("835.x12"))
                        .findFirst()
                        .orElseThrow();
        String file = new String(remittance.body(), StandardCharsets.US_ASCII)
                .replace("TRACE0001", "AWAY" + System.nanoTime());
        road.run("stop", "kafka");
        String id;
        try {
            Gateway.Answer sent = gateway.send(remittance.withBody(file.getBytes(StandardCharsets.US_ASCII)));
            assertThat(sent.status()).isEqualTo(201);
            id = sent.json().path("id").asText();
            await(() -> get(gateway, "biller@cedar", "/api/v1/remittances/" + id)
                    .json()
                    .path("status")
                    .asText()
                    .matches("POSTED|PARTLY_POSTED|HELD|DUPLICATE"));
        } finally {
            road.run("start", "kafka");
        }
        await(() -> road.stack().isHealthy());
        assertThat(RunningStack.of(road.stack())
                        .check(PATIENCE, Progress.SILENT)
                        .findings())
                .isEmpty();
    }

    /** How often claims-service has begun to end and waited for what it was doing. */
    private static long drains(Road road) {
        try (Stream<String> lines = Files.lines(road.home().resolve("logs/claims.log"))) {
            return lines.filter(line -> line.contains("Waiting for HTTP requests to complete"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PartSnapshot part(Road road, String name) {
        return road.stack().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> processes(Road road) {
        return road.stack().parts().stream()
                .filter(part -> SERVICES.contains(part.name()))
                .collect(Collectors.toMap(PartSnapshot::name, part -> String.valueOf(part.process())));
    }

    private static Gateway.Answer get(Gateway gateway, String user, String path) {
        return gateway.send(new Sample(path, user, "GET", path, null, new byte[0]));
    }

    private static void await(BooleanSupplier condition) {
        Patience.until(PATIENCE, "it is as it was", condition::getAsBoolean);
    }
}
