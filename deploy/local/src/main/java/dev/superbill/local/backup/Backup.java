package dev.superbill.local.backup;

import dev.superbill.local.Home;
import dev.superbill.local.part.DatabaseServer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Saves a running stack by PostgreSQL's low-level backup: its files are copied while it works, and the log of that time
 * makes the copy consistent. From the first backup on, the log is archived too, so that any later moment can be reached.
 */
public final class Backup {

    /** What a copy leaves out: the log is in the archive, the rest is of the running process. */
    private static final Set<String> NOT_COPIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> OF_THE_PROCESS =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

    /** What of the home is data, or made anew. */
    private static final Set<String> NOT_OF_THE_HOME = Set.of("data", "logs", "run", "servers");

    /** What has been saved. */
    public record Taken(Path folder, long bytes, Instant finished) {}

    private final Home home;
    private final DatabaseServer server;
    private final BackupFolder backups;

    public Backup(Home home, DatabaseServer server, Path folder) {
        this.home = home;
        this.server = server;
        this.backups = new BackupFolder(folder);
    }

    /** Takes a copy, and lets the log be archived from now on if it is not yet. */
    public Taken take() throws IOException, InterruptedException, SQLException {
        Files.createDirectories(backups.log());
        server.own(backups.log());
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            archive(statement);
            Path base = backups.begin(Instant.now());
            String first = one(statement, "select pg_walfile_name(pg_backup_start('superbill', true))");
            Path data = base.resolve("postgresql");
            long bytes = Folders.copy(server.data(), data, Backup::isCopied);
            // waits until the log of this time is in the archive, too
            String label = one(statement, "select labelfile from pg_backup_stop(true)");
            Files.writeString(data.resolve("backup_label"), label);
            if (!Files.exists(backups.log().resolve(first + ".gz"))) {
                throw new IOException("The log was not archived to " + backups.log() + "; take the backup again");
            }
            bytes += copyHome(base.resolve("home"));
            Instant finished = Instant.parse(one(
                    statement,
                    "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"));
            backups.complete(base, finished, first);
            return new Taken(base, bytes, finished);
        }
    }

    /** Keeps the newest copies only, and what of the log they need. */
    public void keep(int newest) throws IOException {
        backups.keep(newest);
    }

    /** At most a minute's work is not in the archive yet, at any time. Files of the log are mostly empty: they are packed. */
    private void archive(Statement statement) throws SQLException {
        String file = shellQuoted(backups.log().toString().replace("%", "%%")) + "/%f.gz";
        String command = "f=%s; if test -f \"$f\"; then gunzip -c \"$f\" | cmp -s - \"%%p\"; ".formatted(file)
                + "else gzip -c < \"%p\" > \"$f.part\" && sync \"$f.part\" && mv \"$f.part\" \"$f\"; fi";
        if (!command.equals(one(statement, "select current_setting('archive_command')"))) {
            statement.execute("alter system set archive_command = " + sqlQuoted(command));
            statement.execute("alter system set archive_timeout = '1min'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static boolean isCopied(Path inside) {
        String first = inside.getName(0).toString();
        String last = inside.getFileName().toString();
        return !NOT_COPIED.contains(first)
                && !OF_THE_PROCESS.contains(first)
                && !last.startsWith("pgsql_tmp")
                && !last.equals("pg_internal.init");
    }

    /** Keys and settings: without them the data are of no use. */
    private long copyHome(Path to) throws IOException {
        Files.createDirectories(to);
        long bytes = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(home.folder())) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (NOT_OF_THE_HOME.contains(name) || name.startsWith(Restore.REPLACED)) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    bytes += Folders.copy(entry, to.resolve(name), inside -> true);
                } else {
                    Files.copy(entry, to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                    bytes += Files.size(entry);
                }
            }
        }
        return bytes;
    }

    static String one(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    static String sqlQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String shellQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The folders that a restored server needs although no copy has them. */
    static List<String> emptyFolders() {
        return NOT_COPIED.stream().sorted().toList();
    }
}
