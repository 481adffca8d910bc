package dev.superbill.local.backup;

import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.DatabaseServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a stack back from its backups: the newest copy before the moment wanted, and the log from there on. The broker
 * begins anew, because what its topics told after that moment never happened; each kept event is sent again, and whoever
 * has applied it passes over it.
 */
public final class Restore {

    /** What the stack had before lies in folders that begin like this; nobody but a person removes them. */
    static final String REPLACED = "replaced-";

    /** PostgreSQL knows no Z here. */
    private static final DateTimeFormatter TARGET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private static final Duration PATIENCE = Duration.ofHours(12);

    /** Data that follow from the databases, or belong to a moment that is over. */
    private static final List<String> BEGUN_ANEW = List.of("postgresql", "kafka", "relay");

    /**
     * What has come back.
     *
     * @param base the copy
     * @param lastCommit the time of the last commit in it, as the log tells; null when the log held none
     * @param events how many events are sent again
     * @param replaced where the former data lie now; null when there were none
     */
    public record Brought(
            Path base,
            @Nullable String lastCommit,
            long events,
            @Nullable Path replaced) {}

    private final Home home;
    private final DatabaseServer server;
    private final BackupFolder backups;

    public Restore(Home home, DatabaseServer server, Path folder) {
        this.home = home;
        this.server = server;
        this.backups = new BackupFolder(folder);
    }

    /**
     * Restores a stack that does not run.
     *
     * @param until the moment; null for all that is in the archive
     * @throws SettingsException when there is no backup of that, or the log does not reach so far
     */
    public Brought bring(@Nullable Instant until) throws IOException, InterruptedException, SQLException {
        BackupFolder.Base base = backups.newest(until);
        home.make();
        Path replaced =
                home.folder().resolve(REPLACED + Instant.now().toString().replaceAll("[^0-9TZ]", "-"));
        List<Path> concerned = concerned(base);
        boolean had = move(concerned, home.folder(), replaced);
        boolean done = false;
        try {
            copy(base);
            takeLogNotArchived(replaced.resolve("data/postgresql"));
            configure(until);
            Brought brought = recover(base, until, had ? replaced : null);
            done = true;
            return brought;
        } finally {
            if (!done) {
                // a restore that failed leaves what was there
                for (Path path : concerned) {
                    Folders.remove(home.folder().resolve(path));
                }
                move(concerned, replaced, home.folder());
                Folders.remove(replaced);
            }
        }
    }

    private Brought recover(BackupFolder.Base base, @Nullable Instant until, @Nullable Path replaced)
            throws IOException, InterruptedException, SQLException {
        try {
            server.start();
        } catch (IOException e) {
            throw gaveUp(until, e);
        }
        try {
            String lastCommit = awaitEnd(until);
            long events = 0;
            for (String service : server.services()) {
                events += sendAgain(service);
            }
            return new Brought(base.folder(), lastCommit, events, replaced);
        } finally {
            if (server.isRunning()) {
                server.stop();
            }
        }
    }

    /** What of the home a restore replaces, as paths inside of it. */
    private List<Path> concerned(BackupFolder.Base base) throws IOException {
        List<Path> concerned = new ArrayList<>();
        for (String part : BEGUN_ANEW) {
            concerned.add(home.folder().relativize(home.data(part)));
        }
        try (DirectoryStream<Path> saved = Files.newDirectoryStream(base.home())) {
            for (Path entry : saved) {
                concerned.add(entry.getFileName());
            }
        }
        return concerned;
    }

    /** Moves those of the paths that are there, and tells whether any was. */
    private static boolean move(List<Path> paths, Path from, Path to) throws IOException {
        boolean any = false;
        for (Path path : paths) {
            if (Files.exists(from.resolve(path))) {
                Path target = to.resolve(path);
                Files.createDirectories(target.getParent());
                Files.move(from.resolve(path), target);
                any = true;
            }
        }
        return any;
    }

    private SettingsException gaveUp(@Nullable Instant until, Exception cause) {
        return new SettingsException(
                "PostgreSQL gave up"
                        + (until == null ? "" : ": the log in the archive may not reach " + until)
                        + "; its own words are at the end of " + home.log("postgresql"),
                cause);
    }

    private void copy(BackupFolder.Base base) throws IOException {
        Path data = server.data();
        Folders.copy(base.data(), data, inside -> true);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        for (String folder : Backup.emptyFolders()) {
            Files.createDirectories(data.resolve(folder));
        }
        Folders.copy(base.home(), home.folder(), inside -> true);
    }

    /** The last minute of the log, where the disk that held it can still be read. */
    private void takeLogNotArchived(Path former) throws IOException {
        if (!Files.isDirectory(former.resolve("pg_wal")) || systemOf(former) != systemOf(server.data())) {
            return;
        }
        Folders.copy(
                former.resolve("pg_wal"),
                server.data().resolve("pg_wal"),
                inside -> inside.getFileName().toString().matches("[0-9A-F]{24}|[0-9A-F]{8}\\.history"));
    }

    /** The number that tells one database server's files from another's: the first eight bytes of its control file. */
    private static long systemOf(Path data) throws IOException {
        Path control = data.resolve("global/pg_control");
        if (!Files.isReadable(control)) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(control, StandardOpenOption.READ)) {
            ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
            channel.read(number);
            return number.getLong(0);
        }
    }

    private void configure(@Nullable Instant until) throws IOException {
        List<String> lines = new ArrayList<>();
        String from = Backup.shellQuoted(backups.log().toString().replace("%", "%%")) + "/%f.gz";
        lines.add("restore_command = " + Backup.sqlQuoted("test -f " + from + " && gunzip -c " + from + " > \"%p\""));
        lines.add("recovery_target_timeline = 'latest'");
        if (until != null) {
            lines.add("recovery_target_time = " + Backup.sqlQuoted(TARGET.format(until)));
            lines.add("recovery_target_action = 'promote'");
        }
        Files.write(server.data().resolve("postgresql.auto.conf"), lines, StandardOpenOption.APPEND);
        Files.writeString(server.data().resolve("recovery.signal"), "");
    }

    /** Waits until the log is applied and the server is its own master again. */
    private @Nullable String awaitEnd(@Nullable Instant until) throws InterruptedException, SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (Connection connection = server.connect("postgres");
                    Statement statement = connection.createStatement()) {
                if (Backup.one(statement, "select pg_is_in_recovery()").equals("f")) {
                    String lastCommit = Backup.one(statement, "select pg_last_xact_replay_timestamp()");
                    for (String setting : List.of(
                            "restore_command",
                            "recovery_target_timeline",
                            "recovery_target_time",
                            "recovery_target_action")) {
                        statement.execute("alter system reset " + setting);
                    }
                    return lastCommit.equals("null") ? null : lastCommit;
                }
            } catch (SQLException e) {
                // not yet: it refuses connections until the copy is consistent
                if (!server.isRunning()) {
                    throw gaveUp(until, e);
                }
            }
            Thread.sleep(Duration.ofMillis(250));
        }
        throw new SettingsException("The log was not applied within " + PATIENCE.toHours() + " hours"
                + (until == null ? "" : ", or it does not reach " + until));
    }

    /** A copy has no slots: they are made before anybody writes, and the events of before are written once more. */
    private long sendAgain(String service) throws SQLException {
        try (Connection connection = server.connect(service);
                Statement statement = connection.createStatement()) {
            if (Backup.one(statement, "select to_regclass('public.outbox_mark') is not null")
                    .equals("f")) {
                // the service had not been started when the copy was taken: its migrations make what is missing
                return 0;
            }
            statement.execute("select pg_create_logical_replication_slot('outbox_' || current_database(), 'pgoutput')");
            return Long.parseLong(Backup.one(statement, "select resend_outbox('-infinity')"));
        }
    }
}
