package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.superbill.local.client.Api;
import dev.superbill.local.fuzz.Gateway;
import dev.superbill.local.fuzz.Sample;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace: from a client's request over the outbox, the relay and Kafka to the entry that it has put on the books. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class TraceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String API = "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A span of the trace, and the program that tells of it. */
    private record Told(String program, Span span) {

        String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        @Override
        public String toString() {
            return "%s: %s (%s in %s)".formatted(program, span.getName(), id(), parent());
        }
    }

    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();

    @Test
    void leadsFromTheRequestToTheEntryOnTheBooks(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).isZero();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::collect);
        collector.start();
        try {
            road.restart(tracing(collector.getAddress().getPort()));

            String claim = code(road);

            Patience.asserted(PATIENCE, "the trace is told of to its end", () -> {
                List<String> entries = entriesOfTheTrace();
                assertThat(entries).isNotEmpty();
                assertThat(road.api().all("auditor", "/ledger/entries?claim=" + claim))
                        .extracting(entry -> entry.path("id").asText())
                        .containsAll(entries);
            });
            Told posting = told.stream()
                    .filter(span -> !entries(span).isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertThat(posting.program()).isEqualTo("payments");
            Patience.asserted(
                    PATIENCE,
                    "every step on the way is told of",
                    () -> assertThat(way(posting))
                            .as(told.toString())
                            .containsExactly("gateway", "claims", "payments"));
        } finally {
            road.restart("");
            collector.stop(0);
        }
    }

    /** The programs on the way to a span, by the parents that the spans name. */
    private List<String> way(Told last) {
        Map<String, Told> spans = told.stream().collect(Collectors.toMap(Told::id, span -> span, (one, same) -> one));
        List<String> programs = new ArrayList<>();
        for (Told span = last; span != null; span = spans.get(span.parent())) {
            programs.addFirst(span.program());
        }
        return programs.stream().distinct().toList();
    }

    private List<String> entriesOfTheTrace() {
        return told.stream().flatMap(span -> entries(span).stream()).toList();
    }

    private static List<String> entries(Told one) {
        return one.span().getEventsList().stream()
                .flatMap(event -> event.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().equals("superbill.journal.entries"))
                .flatMap(attribute -> attribute.getValue().getArrayValue().getValuesList().stream())
                .map(AnyValue::getStringValue)
                .toList();
    }

    /** Codes a visit of a patient of the day, in the trace; gives the claim. */
    private static String code(Road road) throws IOException {
        Api api = road.api();
        JsonNode known = api.get("biller", "/encounters?limit=1").path("items").path(0);
        ObjectNode visit = JSON.createObjectNode();
        visit.put("externalId", "traced-" + System.nanoTime());
        visit.set("patientId", known.path("patientId"));
        visit.set("renderingProviderId", known.path("renderingProviderId"));
        visit.set("serviceDate", known.path("serviceDate"));
        visit.put("placeOfService", "11");
        visit.putArray("diagnoses").add("I10");
        ObjectNode line = visit.putArray("lines").addObject();
        line.put("procedure", "99211").put("units", 1).put("chargeCents", 4_000);
        line.putArray("diagnosisPointers").add(1);
        Gateway.Answer answer = road.gateway()
                .send(new Sample(
                        "traced",
                        "biller",
                        "POST",
                        API + "/encounters",
                        "application/json",
                        JSON.writeValueAsBytes(visit),
                        Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().path("claimIds").path(0).asText();
    }

    private static String tracing(int port) {
        return Stream.of("gateway", "claims", "payments")
                .map(program -> "environment." + program + ".")
                .map(key -> key + "QUARKUS_OTEL_SDK_DISABLED=false\n"
                        + key + "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf\n"
                        + key + "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:" + port + "\n")
                .collect(Collectors.joining());
    }

    private void collect(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest export = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            for (ResourceSpans resource : export.getResourceSpansList()) {
                String program = resource.getResource().getAttributesList().stream()
                        .filter(attribute -> attribute.getKey().equals("service.name"))
                        .map(KeyValue::getValue)
                        .map(AnyValue::getStringValue)
                        .findFirst()
                        .orElse("");
                resource.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .filter(span -> HexFormat.of()
                                .formatHex(span.getTraceId().toByteArray())
                                .equals(TRACE))
                        .forEach(span -> told.add(new Told(program, span)));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
