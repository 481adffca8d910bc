package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operations handbook promises, done on the packaged parts. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class OperationsIT {

    private static final Pattern METRIC = Pattern.compile("superbill_[a-z_]+[a-z]");
    private static final String USABLE = "superbill_relay_slot_usable(\\{.*})? ";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<Port> MEASURED =
            List.of(Port.GATEWAY, Port.SCHEDULING, Port.CLAIMS, Port.PAYMENTS, Port.STAFF);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyAlarmAndEveryLineOfTheHandbookNamesWhatIsMeasured(Road road) throws Exception {
        up(road);
        String handbook = Files.readString(Path.of("../../docs/operations.md"));
        JsonNode groups = new YAMLMapper()
                .readTree(Files.readString(Path.of("../prometheus/superbill-alerts.yml")))
                .path("groups");

        Set<String> named = new TreeSet<>(names(handbook));
        assertThat(groups).isNotEmpty();
        for (JsonNode group : groups) {
            assertThat(group.path("rules")).isNotEmpty();
            for (JsonNode rule : group.path("rules")) {
                String alert = rule.path("alert").asText();
                String expression = rule.path("expr").asText();
                assertThat(alert).startsWith("Superbill");
                assertThat(rule.path("for").asText()).as(alert).matches("\\d+[smhd]");
                assertThat(rule.at("/labels/severity").asText()).as(alert).isIn("page", "ticket");
                assertThat(rule.at("/annotations/summary").asText()).as(alert).isNotBlank();
                assertThat(handbook).contains("\n### " + alert + "\n");
                assertThat(names(expression)).as(alert).isNotEmpty();
                assertThat(isBalanced(expression)).as(expression).isTrue();
                named.addAll(names(expression));
            }
        }

        // a practice is known to a service from its first request on
        get(road, "billing-manager", "/api/v1/exceptions");
        get(road, "biller", "/api/v1/claims");
        Patience.asserted(PATIENCE, "all that is named is measured", () -> {
            Set<String> measured = new HashSet<>();
            for (Port port : MEASURED) {
                measured.addAll(names(metrics(road, port)));
            }
            assertThat(measured).containsAll(named);
        });
    }

    @Test
    void aLostSlotIsAnAlarmThatNobodyJumpsOverAndResendBringsItsEvents(Road road) throws Exception {
        up(road);
        Patience.until(PATIENCE, "the slot is dropped", () -> {
            road.rows(
                    "claims",
                    "select pg_terminate_backend(active_pid, 10000) from pg_replication_slots where slot_name = 'outbox_claims'");
            return !road.rows("claims", "select pg_drop_replication_slot('outbox_claims')")
                    .isEmpty();
        });

        String between = payer(road);
        Patience.asserted(PATIENCE, "the loss is an alarm with a name", () -> {
            assertThat(metrics(road, Port.CLAIMS)).containsPattern(USABLE + "0\\.0");
            assertThat(answer(road, Port.CLAIMS, "/q/health/well")).contains("\"DOWN\"", "\"missing\"");
            assertThat(road.run("status").output()).contains("outbox-claims has failed");
        });

        // a slot that begins now hides that events lie before it: the relay does not read it, however often it is
        // started
        assertThat(road.rows("claims", "select pg_create_logical_replication_slot('outbox_claims', 'pgoutput')"))
                .hasSize(1);
        String after = payer(road);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(relay(road, "POST", "/restart?includeTasks=true").statusCode())
                    .isLessThan(300);
            Patience.asserted(
                    PATIENCE,
                    "the relay refuses",
                    () -> assertThat(relay(road, "GET", "/status").body())
                            .contains("\"FAILED\"")
                            .contains("no longer available"));
        }
        assertThat(arrived(road, between, after)).isZero();
        assertThat(road.run("status").output()).contains("outbox-claims has failed");

        Road.Result resent = road.run("resend", "claims");

        assertThat(resent.exitCode()).as(resent.output()).isZero();
        assertThat(resent.output()).contains("The slot was made anew");
        Patience.until(PATIENCE, "all has arrived", () -> arrived(road, between, after) == 2);
        Patience.asserted(PATIENCE, "all is well again", () -> {
            assertThat(metrics(road, Port.CLAIMS)).containsPattern(USABLE + "1\\.0");
            assertThat(answer(road, Port.CLAIMS, "/q/health/well")).doesNotContain("DOWN");
            assertThat(road.run("status").exitCode()).isZero();
        });
    }

    private static void up(Road road) throws IOException, InterruptedException {
        Road.Result up = road.run("up", "--detach", "--timeout", "600");
        assertThat(up.exitCode()).as(up.output()).isZero();
    }

    /** A new payer, of which payments hears by an event only. */
    private String payer(Road road) throws IOException, InterruptedException {
        Map<String, Object> payer = Map.of(
                "name",
                "Lost",
                "payerIdentifier",
                "P" + System.nanoTime() % 1_000_000_000L,
                "claimFilingIndicator",
                "CI",
                "timelyFilingDays",
                180);
        return post(road, "billing-manager", "/api/v1/payers", payer).path("id").asText();
    }

    private static long arrived(Road road, String... payers) throws SQLException {
        return road.rows("payments", "select id from payer").stream()
                .filter(List.of(payers)::contains)
                .count();
    }

    private HttpResponse<String> relay(Road road, String method, String what) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address(road, Port.RELAY, "/connectors/outbox-claims" + what)))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode get(Road road, String user, String path) throws IOException, InterruptedException {
        return send(
                road,
                user,
                HttpRequest.newBuilder(URI.create(address(road, Port.GATEWAY, path)))
                        .GET(),
                200);
    }

    private JsonNode post(Road road, String user, String path, Object body) throws IOException, InterruptedException {
        return send(
                road,
                user,
                HttpRequest.newBuilder(URI.create(address(road, Port.GATEWAY, path)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))),
                201);
    }

    private JsonNode send(Road road, String user, HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        String token = road.run("token", user).output().strip();
        HttpResponse<String> answer =
                http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return json.readTree(answer.body());
    }

    private String metrics(Road road, Port port) throws IOException, InterruptedException {
        return answer(road, port, "/q/metrics");
    }

    private String answer(Road road, Port port, String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address(road, port, path)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String address(Road road, Port port, String path) {
        return "http://localhost:" + road.port(port) + path;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher name = METRIC.matcher(text);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private static boolean isBalanced(String expression) {
        String brackets = expression.replaceAll("\"[^\"]*\"", "").replaceAll("[^()\\[\\]{}]", "");
        String before;
        do {
            before = brackets;
            brackets = brackets.replace("()", "").replace("[]", "").replace("{}", "");
        } while (!before.equals(brackets));
        return brackets.isEmpty();
    }
}
