package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.local.client.Api;
import dev.superbill.local.fuzz.Gateway;
import dev.superbill.local.stack.SignIn;
import dev.superbill.local.stack.Stack;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The packaged parts, each a process of its own, driven by the one command that a newcomer uses. All test classes that ask
 * for it share one stack, on free ports, so that it runs beside a person's own; it begins on its first day, and nothing of
 * it runs on when the last test has ended.
 */
public final class Road {

    private static final Path COMMAND = Path.of("../superbill").toAbsolutePath().normalize();

    private final Map<String, String> settings = new HashMap<>();

    /** Not in the folder of temporary files, into which the database's own user may not look. */
    private final Path home = Path.of("target/road").toAbsolutePath();

    private final Map<Port, Integer> ports;

    private @Nullable Result day;

    private Road() throws IOException, InterruptedException {
        Files.createDirectories(home);
        ports = freePorts();
        // what is tested is what the build has just packaged
        settings.put("SUPERBILL_BUILD", "never");
        ports.forEach((port, number) -> settings.put(port.variable(), Integer.toString(number)));
        run("reset", "--yes");
    }

    private static Map<Port, Integer> freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        Map<Port, Integer> numbers = new HashMap<>();
        for (Port port : Port.values()) {
            ServerSocket socket = new ServerSocket(0);
            held.add(socket);
            numbers.put(port, socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return Map.copyOf(numbers);
    }

    /** What a command has said and how it ended. */
    public record Result(int exitCode, String output) {}

    /** Runs {@code deploy/superbill} with these arguments, to its end. */
    public Result run(String... arguments) throws IOException, InterruptedException {
        return runAt(home, arguments);
    }

    /** Runs a command that has to succeed. */
    public void must(String... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    /** Stops everything and starts it again, with other lines in its file of settings. */
    public void restart(String lines) throws IOException, InterruptedException {
        run("down");
        Files.writeString(layout().settingsFile(), lines);
        must("up", "--detach", "--timeout", "600");
    }

    /** The same for another home on the same ports, while the stack is down. */
    public Result runAt(Path home, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(home, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(settings);
        builder.environment().put("SUPERBILL_HOME", home.toString());
        int exitCode = builder.start().waitFor();
        return new Result(exitCode, Files.readString(output));
    }

    /** A day of visits, from its first booking to its trial balance; lived once for all tests. */
    public synchronized Result day() throws IOException, InterruptedException {
        Result lived = day;
        if (lived == null) {
            lived = run("demo", "--visits", "30", "--patients", "40");
            day = lived;
        }
        return lived;
    }

    /** The stack as its supervisor tells it; it runs from {@link #day()} on. */
    public StackSnapshot stack() {
        return Stack.of(layout()).required();
    }

    /** Where the parts of the stack keep what they have. */
    public Home layout() {
        return new Home(Path.of("../..").toAbsolutePath().normalize(), home);
    }

    /** The running gateway, as local users see it. */
    public Gateway gateway() {
        SignIn signIn = new SignIn(stack().issuer());
        return new Gateway(address(Port.GATEWAY), signIn::token);
    }

    /** The public API, as a client of local users sees it. */
    public Api api() {
        return new Api(address(Port.GATEWAY), new SignIn(stack().issuer())::token);
    }

    /** Where a part is asked. */
    public URI address(Port port) {
        return URI.create("http://localhost:" + port(port));
    }

    /** Where the stack keeps its data and logs. */
    public Path home() {
        return home;
    }

    /** The settings of this stack, with another port for one of its parts. */
    public Settings settings(Port instead) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            Map<String, String> variables = new HashMap<>(settings);
            variables.put(instead.variable(), Integer.toString(socket.getLocalPort()));
            return new Settings(Map.of(), variables, Map.of());
        }
    }

    /** A connection to a service's database that row-level security does not bind. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port(Port.POSTGRESQL) + "/" + database, "postgres", "postgres");
    }

    /** The first column of the answer to a question about all practices. */
    public List<String> rows(String database, String question) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    /** Where a part listens, on loopback. */
    public int port(Port port) {
        return ports.getOrDefault(port, port.usual());
    }

    /** Gives a test the stack, which lives as long as the test run. */
    public static final class Given implements ParameterResolver {

        private static final Namespace ROAD = Namespace.create(Road.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Road.class;
        }

        @Override
        public Road resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ROAD)
                    .computeIfAbsent(Running.class, key -> new Running(begin()), Running.class)
                    .road();
        }

        /** Stops all when the test run has ended. */
        private record Running(Road road) implements AutoCloseable {

            @Override
            public void close() throws IOException {
                try {
                    road.run("down");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static Road begin() {
            try {
                return new Road();
            } catch (IOException e) {
                throw new UncheckedIOException("The stack cannot begin", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while the stack began", e);
            }
        }
    }
}
