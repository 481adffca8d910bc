package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One PostgreSQL server with a database for each service and one for Keycloak. */
final class PostgreSql implements Part {

    static final String NAME = "postgresql";

    /** What the server is told at each start; the rest is PostgreSQL's own. */
    private static final List<String> SERVER_SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=96MB",
            "jit=off",
            // events go from the log to Kafka: they are on disk before anybody is told of them
            "wal_level=logical",
            "synchronous_commit=on",
            "max_replication_slots=20",
            "max_wal_senders=20",
            // where the log is archived is set in the data folder, by superbill backup
            "archive_mode=on",
            "log_line_prefix=%m [%p] %q%u@%d ",
            "log_timezone=UTC",
            "timezone=UTC");

    private final Home home;
    private final int port;
    private final String relayLog;
    private final Databases databases;
    private final Map<String, String> environment;

    PostgreSql(Home home, Settings settings) {
        this.home = home;
        this.port = settings.port(Port.POSTGRESQL);
        this.relayLog = settings.relayLog();
        this.databases = new Databases(port);
        this.environment = settings.environmentOf(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.POSTGRESQL);
    }

    @Override
    public String address() {
        return "postgresql://localhost:" + port;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void requireArtifacts() throws IOException {
        PostgreSqlBinaries.folder(home);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path binaries = PostgreSqlBinaries.unpacked(home);
        Unprivileged user = Unprivileged.here();
        Path data = home.data(NAME);
        if (!Files.exists(data)) {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        user.own(data);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, user, data);
        }
    }

    private void initialise(Path binaries, Unprivileged user, Path data) throws IOException, InterruptedException {
        Path password = Files.createTempFile("superbill", ".pw");
        try {
            Files.writeString(password, Databases.SUPERUSER);
            user.own(password);
            Tool.run(
                    home.log(NAME),
                    user.command(List.of(
                            binaries.resolve("bin/initdb").toString(),
                            "--pgdata=" + data,
                            "--username=" + Databases.SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // the same order of texts on every machine
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C")));
        } finally {
            Files.delete(password);
        }
    }

    @Override
    public Launch launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                PostgreSqlBinaries.folder(home).resolve("bin/postgres").toString(),
                "-D",
                home.data(NAME).toString()));
        command.addAll(arguments());
        try {
            return new Launch(
                    Unprivileged.here().command(command), environment, home.data(NAME), Launch.StopSignal.INT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-p", Integer.toString(port)));
        SERVER_SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        arguments.addAll(List.of("-c", "max_slot_wal_keep_size=" + relayLog));
        return arguments;
    }

    /** The same for {@code pg_ctl}, whose shell takes them apart again. */
    String options() {
        return arguments().stream().map(argument -> "'" + argument + "'").collect(Collectors.joining(" "));
    }

    @Override
    public Health check() {
        return databases.check();
    }

    @Override
    public void settle() throws IOException {
        try {
            databases.make();
        } catch (SQLException e) {
            throw new IOException("The databases cannot be made: " + e.getMessage(), e);
        }
    }
}
