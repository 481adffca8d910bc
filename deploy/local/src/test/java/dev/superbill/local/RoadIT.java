package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole road on the packaged parts, each a process of its own, by the one command that a newcomer uses: visits become
 * claims, claims become remittances, and the books agree. The ports are free ones, so that it runs beside a local stack.
 */
class RoadIT {

    private static final Path COMMAND = Path.of("../superbill").toAbsolutePath().normalize();
    private static final Map<String, String> SETTINGS = new HashMap<>();

    /** Not in the folder of temporary files, into which the database's own user may not look. */
    private static final Path HOME = Path.of("target/road").toAbsolutePath();

    @BeforeAll
    static void beginAnewOnFreePorts() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        SETTINGS.put("SUPERBILL_HOME", HOME.toString());
        // what is tested is what the build has just packaged
        SETTINGS.put("SUPERBILL_BUILD", "never");
        List<ServerSocket> held = new ArrayList<>();
        for (Port port : Port.values()) {
            ServerSocket socket = new ServerSocket(0);
            held.add(socket);
            SETTINGS.put(port.variable(), Integer.toString(socket.getLocalPort()));
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        run("reset", "--yes");
    }

    @AfterAll
    static void leaveNothingRunning() throws IOException, InterruptedException {
        run("down");
    }

    @Test
    void carriesADayOfVisitsToABalancedLedger() throws IOException, InterruptedException {
        Result demo = run("demo", "--visits", "30", "--patients", "40");

        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output()).contains("Everything agrees to the cent");
        JsonNode status = new ObjectMapper().readTree(run("status", "--json").output());
        assertThat(status.path("parts"))
                .hasSize(10)
                .allSatisfy(part -> assertThat(part.path("state").asText()).isEqualTo("healthy"));
    }

    private record Result(int exitCode, String output) {}

    private static Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(HOME, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(SETTINGS);
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(output));
    }
}
