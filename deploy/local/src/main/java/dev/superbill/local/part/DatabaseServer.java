package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The stack's PostgreSQL server as those see it who save it and bring it back. */
public final class DatabaseServer {

    private final Home home;
    private final PostgreSql part;
    private final Databases databases;

    public DatabaseServer(Home home, Settings settings) {
        this.home = home;
        this.part = new PostgreSql(home, settings);
        this.databases = new Databases(settings.port(Port.POSTGRESQL));
    }

    /** The services that have a database. */
    public List<String> services() {
        return Databases.SERVICES;
    }

    /** Where the server keeps its data. */
    public Path data() {
        return home.data(PostgreSql.NAME);
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        return databases.connect(database);
    }

    /** Gives a file or folder to the user under which the server runs. */
    public void own(Path path) throws IOException, InterruptedException {
        Unprivileged.here().own(path);
    }

    /** Starts the server apart from the stack, and returns when it answers, be it still in recovery. */
    public void start() throws IOException, InterruptedException {
        part.requireArtifacts();
        PostgreSqlBinaries.unpacked(home);
        own(data());
        control("start", "--wait", "--timeout=600", "--silent", "--options=" + part.options());
    }

    /** Whether a server works on the data. */
    public boolean isRunning() {
        return Files.exists(data().resolve("postmaster.pid"));
    }

    /** Stops a server that {@link #start} has started. */
    public void stop() throws IOException, InterruptedException {
        control("stop", "--wait", "--timeout=120", "--mode=fast", "--silent");
    }

    private void control(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(PostgreSqlBinaries.folder(home).resolve("bin/pg_ctl").toString(), "--pgdata=" + data()));
        command.addAll(List.of(arguments));
        Tool.run(home.log(PostgreSql.NAME), Unprivileged.here().command(command));
    }
}
