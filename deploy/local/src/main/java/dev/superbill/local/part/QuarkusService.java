package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of Superbill's own services, or the gateway: a Quarkus program in {@code target/quarkus-app}.
 *
 * @param name the part's name
 * @param folder the program
 * @param port where it listens
 * @param number that port
 * @param heap the most that its Java heap grows to
 * @param needs parts that it cannot start without
 * @param environment its settings
 */
record QuarkusService(
        String name,
        Path folder,
        Port port,
        int number,
        String heap,
        Set<String> needs,
        Map<String, String> environment)
        implements Part {

    /** Those through which large files go. */
    private static final Map<String, String> HEAPS = Map.of("claims", "256m", "payments", "256m");

    QuarkusService {
        needs = Set.copyOf(needs);
        environment = Map.copyOf(environment);
    }

    static QuarkusService of(
            Home home,
            Settings settings,
            String name,
            String module,
            Port port,
            Set<String> needs,
            Map<String, String> environment) {
        return new QuarkusService(
                name,
                home.artifact(module + "/target/quarkus-app"),
                port,
                settings.port(port),
                settings.heap(name, HEAPS.getOrDefault(name, "192m")),
                needs,
                environment);
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public String address() {
        return "http://localhost:" + number;
    }

    @Override
    public void requireArtifacts() throws MissingArtifactException {
        MissingArtifactException.unless(jar());
    }

    private Path jar() {
        return folder.resolve("quarkus-run.jar");
    }

    @Override
    public Launch launch() {
        List<String> command = JavaCommand.withHeap(heap)
                .option("-XX:ReservedCodeCacheSize=96m")
                .option("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .jar(jar())
                .toList();
        return new Launch(command, environment, folder, Launch.StopSignal.TERM);
    }

    @Override
    public Health check() {
        Health live = Probe.http(health("live"));
        return live.ready() ? Probe.http(health("ready")) : Health.lifeless(live.note());
    }

    private String health(String question) {
        return "http://127.0.0.1:" + number + "/q/health/" + question;
    }
}
