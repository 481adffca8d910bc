package dev.superbill.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.local.Home;
import dev.superbill.local.Patience;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.PartState;
import dev.superbill.local.stack.Supervisor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the supervisor does with a service whose process lives on and does nothing. */
class LivenessTest {

    @TempDir
    private Path folder;

    @Test
    void startsAServiceAnewThatSaysItIsNotAliveAnyMore() throws Exception {
        try (Supervisor supervisor = start()) {
            PartSnapshot first = await(supervisor, part -> part.state() == PartState.HEALTHY);

            Probe.get(first.address() + "/wedge");

            PartSnapshot hung = await(supervisor, part -> part.state() == PartState.RESTARTING);
            assertThat(hung.note()).contains("hung").contains("consumers");
            PartSnapshot second = await(
                    supervisor,
                    part -> part.state() == PartState.HEALTHY
                            && !first.process().equals(part.process()));
            assertThat(second.restarts()).isEqualTo(1);
        }
    }

    @Test
    void startsAServiceAnewThatDoesNotAnswerAnyMore() throws Exception {
        try (Supervisor supervisor = start()) {
            PartSnapshot first = await(supervisor, part -> part.state() == PartState.HEALTHY);

            signal("STOP", first.process().pid());

            await(
                    supervisor,
                    part -> part.state() == PartState.HEALTHY
                            && !first.process().equals(part.process()));
        }
    }

    private Supervisor start() throws IOException, URISyntaxException {
        Home home = new Home(folder, folder.resolve("home"));
        int port = freePort();
        Settings settings = new Settings(Map.of("lifeless-seconds", "1"), Map.of(), Map.of("staff", port));
        Path program = Files.createDirectories(folder.resolve("program"));
        jar(program.resolve("quarkus-run.jar"));
        QuarkusService service = new QuarkusService(
                "staff",
                program,
                Port.STAFF,
                port,
                "32m",
                Set.of(),
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)));
        Supervisor supervisor = new Supervisor(home, settings, List.of(service));
        supervisor.start();
        return supervisor;
    }

    /** Runs the class of this test's own folder. */
    private static void jar(Path jar) throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                FakeService.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()
                        .toString());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private static PartSnapshot await(Supervisor supervisor, Predicate<PartSnapshot> condition) {
        AtomicReference<PartSnapshot> seen = new AtomicReference<>();
        Patience.asserted(Duration.ofSeconds(90), "the part is as wanted", () -> {
            seen.set(supervisor.snapshot().parts().getFirst());
            assertThat(seen.get()).matches(condition);
        });
        return seen.get();
    }
}
