package dev.superbill.local.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Kafka Connect worker that carries events from the outboxes to Kafka. Its process outlives a failed task, so its
 * tasks are watched: a failed one is shown and started again through the worker's REST interface.
 */
final class Relay implements Part {

    static final String NAME = "relay";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONNECTOR = "outbox-";
    private static final int LONGEST_CAUSE = 160;
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(15);

    private final Home home;
    private final int port;
    private final int databasePort;
    private final int kafkaPort;
    private final String heap;
    private final Map<String, String> added;
    private final Set<String> connectors;
    private final Map<String, Long> restarted = new HashMap<>();

    /**
     * @param services the services whose outboxes are waited for
     */
    Relay(Home home, Settings settings, List<String> services) {
        this.home = home;
        this.port = settings.port(Port.RELAY);
        this.databasePort = settings.port(Port.POSTGRESQL);
        this.kafkaPort = settings.port(Port.KAFKA);
        this.heap = settings.heap(NAME, "256m");
        this.added = settings.environmentOf(NAME);
        this.connectors = new TreeSet<>();
        services.forEach(service -> connectors.add(CONNECTOR + service));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.RELAY);
    }

    @Override
    public String address() {
        return "http://localhost:" + port;
    }

    /** It needs the services' slots too, but waits for each of them itself. */
    @Override
    public Set<String> needs() {
        return Set.of(PostgreSql.NAME, KafkaBroker.NAME);
    }

    @Override
    public void requireArtifacts() throws MissingArtifactException {
        MissingArtifactException.unless(libraries());
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home.data(NAME));
    }

    private Path libraries() {
        return home.artifact("deploy/relay/target/lib");
    }

    @Override
    public Launch launch() {
        List<String> command = JavaCommand.withHeap(heap)
                .option("-XX:ReservedCodeCacheSize=64m")
                .main(
                        home.artifact("deploy/relay/target") + "/*:" + libraries() + "/*",
                        "dev.superbill.relay.RelayWorker")
                .argument(
                        home.artifact("deploy/relay/worker.properties").toString(),
                        home.artifact("deploy/relay/connectors").toString())
                .toList();
        return new Launch(command, environment(), home.data(NAME), Launch.StopSignal.TERM);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SUPERBILL_KAFKA_BOOTSTRAP",
                "127.0.0.1:" + kafkaPort,
                "SUPERBILL_POSTGRESQL_HOST",
                "127.0.0.1",
                "SUPERBILL_POSTGRESQL_PORT",
                Integer.toString(databasePort),
                "SUPERBILL_RELAY_LISTENER",
                "http://127.0.0.1:" + port,
                "SUPERBILL_RELAY_REPLICATION",
                "1"));
        Databases.SERVICES.forEach(service ->
                environment.put("SUPERBILL_RELAY_PASSWORD_" + Services.upperCase(service), Databases.relay(service)));
        environment.putAll(added);
        return environment;
    }

    @Override
    public Health check() {
        try {
            return health(JSON.readTree(Probe.get(worker("?expand=status")).body()));
        } catch (JsonProcessingException e) {
            return Health.notReady("is starting");
        } catch (IOException e) {
            return Health.notReady("does not answer yet");
        }
    }

    private String worker(String path) {
        return "http://127.0.0.1:" + port + "/connectors" + path;
    }

    /** The state of a service's connector and of its task, such as RUNNING; MISSING when there is none. */
    List<String> states(String service) throws IOException {
        JsonNode status = JSON.readTree(
                Probe.get(worker("/" + CONNECTOR + service + "/status")).body());
        return states(status);
    }

    private static List<String> states(JsonNode status) {
        List<String> states = new ArrayList<>();
        states.add(status.path("connector").path("state").asText("MISSING"));
        status.path("tasks").forEach(task -> states.add(task.path("state").asText()));
        return states;
    }

    /** Asks the worker for something about a service's connector. */
    void tell(String service, String method, String what) throws IOException {
        HttpResponse<String> answer = Probe.send(method, worker("/" + CONNECTOR + service + what));
        if (answer.statusCode() >= 300) {
            throw new IOException("The relay answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private Health health(JsonNode answer) throws IOException {
        List<String> notes = new ArrayList<>();
        for (String connector : connectors) {
            JsonNode status = answer.path(connector).path("status");
            List<String> states = states(status);
            if (states.contains("FAILED")) {
                notes.add(connector + " has failed: " + cause(status));
                restart(connector);
            } else if (states.size() < 2 || !states.stream().allMatch("RUNNING"::equals)) {
                notes.add(connector + (states.getFirst().equals("MISSING") ? " waits for its slot" : " is starting"));
            }
        }
        return notes.isEmpty() ? Health.READY : Health.notReady(String.join("; ", notes));
    }

    /** Not at each look: a task that fails again wants its time to do so. */
    private void restart(String connector) throws IOException {
        long now = System.nanoTime();
        Long last = restarted.get(connector);
        if (last == null || now - last > BETWEEN_RESTARTS.toNanos()) {
            restarted.put(connector, now);
            Probe.send("POST", worker("/" + connector + "/restart?includeTasks=true&onlyFailed=true"));
        }
    }

    /** The last cause in the stack trace of a failed task: the first ones only say that something failed. */
    private static String cause(JsonNode status) {
        String trace = status.path("tasks").path(0).path("trace").asText("");
        String[] lines = trace.split("\n", -1);
        String cause = lines[0];
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                cause = line.substring("Caused by: ".length());
            }
        }
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + " ...";
    }
}
