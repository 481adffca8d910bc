package dev.superbill.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.Tokens;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class TracesAndLogsTest {

    private static final String PATIENT = "Wintergreen";

    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Inject
    KeptSpans spans;

    @Test
    void isOneTraceFromTheRequestOverOutboxAndRelayToTheConsumersTransaction() throws IOException {
        String id = given().header("Authorization", Tokens.bearer("biller"))
                .header("traceparent", "00-" + trace + "-0123456789abcdef-01")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "of " + PATIENT))
                .post("/api/v1/notes?name=" + PATIENT)
                .jsonPath()
                .getString("id");

        Eventually.asserted(() -> assertThat(spans.of(trace))
                .extracting(SpanData::getName)
                .contains("POST /api/v1/notes", "apply dev.superbill.platform.note-changed"));
        assertThat(spans.of(trace).toString()).doesNotContain(PATIENT);

        Eventually.asserted(() -> assertThat(lines("Applied note " + id)).hasSize(1));
        JsonNode line = lines("Applied note " + id).getFirst();
        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace);
        assertThat(line.at("/mdc/practice").asText()).isEqualTo("maple");
        assertThat(line.at("/mdc/actor").asText()).isEqualTo("event:staff.note");
        assertThat(Files.readString(Path.of("target/json.log"))).doesNotContain(PATIENT);
    }

    private static List<JsonNode> lines(String message) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (var lines = Files.lines(Path.of("target/json.log"))) {
            return lines.filter(line -> line.contains(message))
                    .map(line -> {
                        try {
                            return json.readTree(line);
                        } catch (IOException e) {
                            throw new IllegalStateException("A line of the log is no JSON", e);
                        }
                    })
                    .toList();
        }
    }
}
