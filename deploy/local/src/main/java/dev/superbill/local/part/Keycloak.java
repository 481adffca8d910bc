package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The identity provider, with the realm of the local users; the build has optimised it and laid the realm into it. */
final class Keycloak implements Part {

    static final String NAME = "keycloak";

    private final Home home;
    private final int port;
    private final int managementPort;
    private final int databasePort;
    private final String heap;
    private final Map<String, String> added;

    Keycloak(Home home, Settings settings) {
        this.home = home;
        this.port = settings.port(Port.KEYCLOAK);
        this.managementPort = settings.port(Port.KEYCLOAK_MANAGEMENT);
        this.databasePort = settings.port(Port.POSTGRESQL);
        this.heap = settings.heap(NAME, "224m");
        this.added = settings.environmentOf(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
    }

    @Override
    public String address() {
        return "http://localhost:" + port;
    }

    @Override
    public Set<String> needs() {
        return Set.of(PostgreSql.NAME);
    }

    @Override
    public void requireArtifacts() throws IOException {
        MissingArtifactException.unless(folder().resolve("optimized"));
    }

    private Path folder() throws IOException {
        Path built = home.artifact("deploy/servers/target");
        if (Files.isDirectory(built)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(built, "keycloak-*.*.*")) {
                for (Path folder : folders) {
                    return folder;
                }
            }
        }
        throw new MissingArtifactException(built.resolve("keycloak-*"));
    }

    /** What {@code kc.sh start --optimized} does, without a shell between this process and the server. */
    @Override
    public Launch launch() throws IOException {
        Path folder = folder();
        List<String> command = JavaCommand.withHeap(heap)
                .quickStart()
                .option("-XX:MaxMetaspaceSize=256m")
                .option("-Dkc.home.dir=" + folder)
                .option("-Djboss.server.config.dir=" + folder.resolve("conf"))
                .option("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .option("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory")
                .option("-Dquarkus-log-max-startup-records=10000")
                .option("-Dpicocli.disable.closures=true")
                .option("--add-opens=java.base/java.util=ALL-UNNAMED")
                .option("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
                .option("--add-opens=java.base/java.security=ALL-UNNAMED")
                .option("--add-opens=java.base/java.lang=ALL-UNNAMED")
                .option("-Duser.language=en")
                .option("-Duser.country=US")
                .main(folder.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                .argument("start", "--optimized", "--import-realm")
                .toList();
        return new Launch(command, environment(), folder, Launch.StopSignal.TERM);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.ofEntries(
                Map.entry("KC_DB_URL", Databases.url(databasePort, Databases.KEYCLOAK)),
                Map.entry("KC_DB_USERNAME", Databases.owner(Databases.KEYCLOAK)),
                Map.entry("KC_DB_PASSWORD", Databases.owner(Databases.KEYCLOAK)),
                Map.entry("KC_DB_POOL_INITIAL_SIZE", "1"),
                Map.entry("KC_DB_POOL_MIN_SIZE", "1"),
                Map.entry("KC_DB_POOL_MAX_SIZE", "12"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "127.0.0.1"),
                Map.entry("KC_HTTP_PORT", Integer.toString(port)),
                Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("KC_HOSTNAME", address()),
                Map.entry("KC_HTTP_POOL_MAX_THREADS", "16"),
                // the console of the local Keycloak; this machine only
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin")));
        environment.putAll(added);
        return environment;
    }

    @Override
    public Health check() {
        return Probe.http("http://127.0.0.1:" + managementPort + "/health/ready");
    }
}
