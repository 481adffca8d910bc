package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.local.backup.Backup;
import dev.superbill.local.backup.Folders;
import dev.superbill.local.backup.Restore;
import dev.superbill.local.part.DatabaseServer;
import dev.superbill.local.part.Parts;
import dev.superbill.local.stack.PartState;
import dev.superbill.local.stack.Supervisor;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The drill: a database server works, is saved, works on, is destroyed and comes back, to the end or to a moment. */
@Tag("drill")
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path MIGRATIONS = Path.of("../../platform/service/src/main/resources/db/platform");

    private final Path folder = Path.of("target/restore").toAbsolutePath();
    private final Home home = new Home(Path.of("../..").toAbsolutePath().normalize(), folder.resolve("home"));
    private final Path backups = folder.resolve("backups");
    private final Settings settings = new Settings(Map.of(), Map.of(), Map.of("postgresql", freePort()));
    private final DatabaseServer server = new DatabaseServer(home, settings);

    RestoreIT() throws IOException {}

    @Test
    void bringsBackAllThatWasAcknowledgedAndSendsItsEventsAgain() throws Exception {
        Folders.remove(folder);
        Files.createDirectories(home.sshKey().getParent());
        Files.writeString(home.sshKey(), "a key");
        Instant between;
        try (Supervisor running = start()) {
            migrate();
            book("before the backup");
            new Backup(home, server, backups).take();
            book("after the backup");
            archive();
            between = Instant.parse(
                    ask("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
            book("after the moment");
            archive();
            assertThat(running.snapshot().isHealthy()).isTrue();
        }

        Folders.remove(home.folder().resolve("data"));
        Folders.remove(home.folder().resolve("ssh"));
        Restore.Brought all = new Restore(home, server, backups).bring(null);

        assertThat(all.events()).isEqualTo(3);
        assertThat(all.replaced()).isNull();
        assertThat(Files.readString(home.sshKey())).isEqualTo("a key");
        try (Supervisor running = start()) {
            assertThat(
                            ask(
                                    "select string_agg(aggregateid, ', ' order by aggregateid) from (select distinct aggregateid from outbox)"))
                    .isEqualTo("after the backup, after the moment, before the backup");
            // the slot is there before anybody writes, and what is sent again lies behind it
            assertThat(ask("select count(*) from outbox")).isEqualTo("6");
            assertThat(ask("select wal_status from pg_replication_slots where slot_name = 'outbox_claims'"))
                    .isEqualTo("reserved");
            assertThat(running.snapshot().isHealthy()).isTrue();
        }

        assertThatThrownBy(() ->
                        new Restore(home, server, backups).bring(Instant.now().plus(Duration.ofDays(1))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("may not reach");
        Restore.Brought moment = new Restore(home, server, backups).bring(between);

        // the restore that failed has left what was there, and this one moves it aside
        assertThat(moment.replaced()).isNotNull().isDirectoryContaining(path -> path.endsWith("data"));
        assertThat(moment.events()).isEqualTo(2);
    }

    private Supervisor start() throws IOException {
        Supervisor supervisor = new Supervisor(home, settings, Parts.of(home, settings, List.of("postgresql")));
        supervisor.start();
        Patience.asserted(
                PATIENCE,
                "the server is healthy",
                () -> assertThat(supervisor.snapshot().parts())
                        .allSatisfy(part -> assertThat(part.state()).isEqualTo(PartState.HEALTHY)));
        return supervisor;
    }

    /** What each service's database begins with. */
    private void migrate() throws IOException, SQLException {
        for (String file : List.of("V0001__platform.sql", "V0002__outbox_slot.sql", "V0010__outbox_mark.sql")) {
            execute(Files.readString(MIGRATIONS.resolve(file)));
        }
    }

    private void book(String what) throws SQLException {
        execute("""
                insert into outbox (id, aggregatetype, aggregateid, type, source, time, subject, practice_id, dataschema, payload)
                values (uuidv7(), 'claims.claim', '%s', 't', '/claims', '2026-11-25T00:00:00Z', 's', 'maple', 'd', '{}')
                """.formatted(what));
    }

    /** What a minute's wait does by itself. */
    private void archive() throws SQLException {
        String file = ask("select pg_walfile_name(pg_switch_wal())");
        Patience.until(
                PATIENCE,
                file + " is archived",
                () -> ask("select coalesce(max(last_archived_wal), '') from pg_stat_archiver")
                                .compareTo(file)
                        >= 0);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.connect("claims");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = server.connect("claims");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
