package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import dev.superbill.local.backup.Folders;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.ProcessIdentity;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The machine burns: everything is killed at once, and the databases, the broker's topics and the keys are gone. What was
 * saved and what was archived since bring the whole stack back, to its last commit, and elsewhere to a moment before that.
 */
@ExtendWith(Road.Given.class)
@Tag("drill")
class DisasterIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String MOMENT =
            "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    @Test
    void losesNothingThatWasAcknowledgedAndArchived(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        Path backups = Path.of("target/disaster/backups").toAbsolutePath();
        Path elsewhere = Path.of("target/disaster/home").toAbsolutePath();
        Folders.remove(backups.getParent());
        Aftermath aftermath = new Aftermath(road, new Client(road));
        road.must("backup", backups.toString());
        try (Office before = office(aftermath.client(), "D");
                Office after = office(aftermath.client(), "E")) {
            work(before);
            aftermath.settle(before);
            String moment = road.rows("payments", MOMENT).getFirst();
            work(after);
            String last = lastCommit(aftermath.client());
            awaitArchived(road);

            burn(road);
            road.must("restore", backups.toString());
            road.must("up", "--detach", "--timeout", "600");

            assertThat(aftermath
                            .client()
                            .get("billing-manager", "/payers/" + last)
                            .path("id")
                            .asText())
                    .isEqualTo(last);
            for (Office office : List.of(before, after)) {
                assertThat(office.encounters().values())
                        .allMatch(id -> answers(aftermath.client(), "/encounters/" + id));
                aftermath.settle(office);
                aftermath.agree(office);
            }
            road.must("down");
            try {
                // the partner's server is another machine and goes on from where it was
                Folders.copy(
                        road.home().resolve("data/clearinghouse"),
                        elsewhere.resolve("data/clearinghouse"),
                        inside -> true);
                done(road.runAt(elsewhere, "restore", backups.toString(), "--until", moment));
                done(road.runAt(elsewhere, "up", "--detach", "--timeout", "600"));

                done(road.runAt(elsewhere, "check", "--patience", "180"));
                assertThat(before.encounters().values())
                        .allMatch(id -> answers(aftermath.client(), "/encounters/" + id));
                assertThat(after.encounters().values())
                        .noneMatch(id -> answers(aftermath.client(), "/encounters/" + id));
            } finally {
                road.runAt(elsewhere, "down");
                road.must("up", "--detach", "--timeout", "600");
            }
            System.out.printf(
                    "%d visits and %d remittances were there again, and %d visits at the moment before the others%n",
                    before.encounters().size() + after.encounters().size(),
                    before.remittances().size() + after.remittances().size(),
                    before.encounters().size());
        }
    }

    private static void done(Road.Result command) {
        assertThat(command.exitCode()).as(command.output()).isZero();
    }

    private static Office office(Client client, String name) {
        return new Office(
                client, name + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT), new SplittableRandom(3));
    }

    private static void work(Office office) throws Exception {
        office.begin();
        office.awaitMore(30, 5);
        office.end();
    }

    /** The last thing that was acknowledged before it all ends. */
    private static String lastCommit(Client client) {
        JsonNode payer = client.must(
                "billing-manager",
                "POST",
                "/payers",
                "application/json",
                client.write(Map.of(
                        "name",
                        "The last one",
                        "payerIdentifier",
                        "L" + System.nanoTime() % 1_000_000_000L,
                        "claimFilingIndicator",
                        "CI",
                        "timelyFilingDays",
                        90)),
                "");
        return payer.path("id").asText();
    }

    /** By itself, at the latest a minute after the commit. */
    private static void awaitArchived(Road road) throws SQLException {
        String segment = road.rows("postgres", "select pg_walfile_name(pg_current_wal_lsn())")
                .getFirst();
        Patience.until(
                PATIENCE,
                segment + " is archived",
                () -> road.rows("postgres", "select coalesce(last_archived_wal, '') from pg_stat_archiver")
                                .getFirst()
                                .compareTo(segment)
                        >= 0);
    }

    /** {@code kill -9} of everything, first of who would start it again; then its data go. */
    private static void burn(Road road) throws IOException, InterruptedException {
        StackSnapshot stack = road.stack();
        List<ProcessIdentity> processes = Stream.concat(
                        Stream.of(stack.supervisor()), stack.parts().stream().map(PartSnapshot::process))
                .filter(Objects::nonNull)
                .toList();
        processes.stream()
                .map(ProcessIdentity::alive)
                .flatMap(Optional::stream)
                .forEach(ProcessHandle::destroyForcibly);
        Patience.until(
                PATIENCE,
                "all has ended",
                () -> processes.stream().allMatch(process -> process.alive().isEmpty()));
        road.run("down");
        for (String lost : List.of("data/postgresql", "data/kafka", "data/relay", "ssh")) {
            Folders.remove(road.home().resolve(lost));
        }
    }

    private static boolean answers(Client client, String path) {
        return client.ask("biller", "GET", path, null, "", "")
                .filter(answer -> answer.status() == 200)
                .isPresent();
    }
}
