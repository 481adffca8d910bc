package dev.superbill.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TokenRules;
import dev.superbill.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gateway does with callers who ask for too much, too slowly, or with tokens of their own making. */
@QuarkusTest
@Backed
@WithTestResource(Upstream.class)
class OverloadTest {

    @Test
    void verifiesTokensItself() {
        Upstream.answer("/api/v1/payers", 200, "{\"items\": [], \"next\": null}");

        TokenRules.check("gateway", "/api/v1/payers");
    }

    @Test
    void givesAServiceNoMoreThanItCanTakeAndRecovers() throws Exception {
        String path = "/api/v1/batches";
        Upstream.answer(path, 200, "{\"items\": [], \"next\": null}");
        CountDownLatch latch = new CountDownLatch(1);
        Upstream.HELD.put(path, latch);
        try (ExecutorService callers = Executors.newFixedThreadPool(Upstream.MOST_IN_FLIGHT)) {
            List<Future<Integer>> answers = IntStream.range(0, Upstream.MOST_IN_FLIGHT)
                    .mapToObj(i -> callers.submit(() -> ask("caller-" + i, path)))
                    .toList();
            Eventually.asserted(() -> assertThat(Upstream.WAITING.get(path)).hasValue(Upstream.MOST_IN_FLIGHT));

            given().header("Authorization", Tokens.bearer("auditor"))
                    .get(path)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "2")
                    .body("code", equalTo("OVERLOADED"));

            Upstream.HELD.remove(path);
            latch.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            latch.countDown();
        }
        Eventually.asserted(() -> assertThat(ask("caller-0", path)).isEqualTo(200));
    }

    @Test
    void givesUpOnABodyThatOnlyKeepsAPlace() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /api/v1/remittances HTTP/1.1\r
                    Host: localhost\r
                    Authorization: %s\r
                    Content-Type: application/edi-x12\r
                    Content-Length: 1000000\r
                    \r
                    ISA*00*""".formatted(Tokens.bearer("billing-manager")).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 408").contains("BODY_TOO_SLOW");
        }
    }

    private static int ask(String user, String path) {
        return given().header("Authorization", "Bearer " + Tokens.of(user, "maple", List.of("biller")))
                .get(path)
                .statusCode();
    }
}
