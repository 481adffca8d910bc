package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is away while the office works: for some minutes, and for longer than there is log for. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class BrokerAwayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> SERVICES = List.of("scheduling", "claims", "payments", "staff");
    private static final long MEGABYTE = 1L << 20;
    /** What the log may hold for a relay that is away, in the second test. */
    private static final int KEPT_MEGABYTES = 64;
    /** The server recycles files of its log, and looks at what is too much only at a checkpoint. */
    private static final int BESIDE_MEGABYTES = 192;

    @Test
    void workGoesOnAndItsEventsFollow(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        Duration away = Duration.ofSeconds(Integer.getInteger("superbill.away.seconds", 120));
        Aftermath aftermath = new Aftermath(road, new Client(road));
        try (Office office = office(aftermath.client())) {
            aftermath.awaitHealthy();
            road.must("stop", "kafka");
            long end = System.nanoTime() + away.toNanos();
            try {
                office.begin();
                office.awaitMore(10, 5);
                aftermath.settlePosting(office);
                Patience.until(away.plus(PATIENCE), "the broker has been away for " + away, () -> {
                    office.awaitMore(1, 1);
                    return System.nanoTime() > end;
                });
                assertThat(retained(road)).as("log that the slots keep").isPositive();
            } finally {
                road.must("start", "kafka");
            }
            office.awaitMore(5, 2);
            office.end();
            aftermath.awaitHealthy();
            aftermath.settle(office);
            aftermath.agree(office);
            System.out.printf(
                    "the broker was away for %d s: %d visits, %d remittances, lost 0, doubled 0%n",
                    away.toSeconds(),
                    office.encounters().size(),
                    office.remittances().size());
        }
    }

    @Test
    void theLogNeverFillsTheDiskAndWhatItNoLongerHoldsIsSentAgain(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        try {
            road.restart("relay-log=" + KEPT_MEGABYTES + "MB\n");
            Aftermath aftermath = new Aftermath(road, new Client(road));
            try (Office office = office(aftermath.client())) {
                road.must("stop", "kafka");
                office.begin();
                office.awaitMore(10, 5);
                long before = logBytes(road);
                fill(road, 6 * KEPT_MEGABYTES);
                Patience.asserted(PATIENCE, "the log is let go of, and the slots are lost", () -> {
                    checkpoint(road);
                    assertThat(logBytes(road)).isLessThan(before + (KEPT_MEGABYTES + BESIDE_MEGABYTES) * MEGABYTE);
                    assertThat(road.rows(
                                    "postgres", "select slot_name from pg_replication_slots where wal_status = 'lost'"))
                            .hasSameSizeAs(SERVICES);
                });
                office.awaitMore(5, 2);
                office.end();
                road.must("start", "kafka");
                aftermath.settlePosting(office);
                assertThat(road.run("status").exitCode())
                        .as("a lost slot is an alarm")
                        .isNotZero();

                for (String service : SERVICES) {
                    road.must("resend", service);
                }

                aftermath.awaitHealthy();
                aftermath.settle(office);
                aftermath.agree(office);
                assertThat(road.run("status").exitCode()).isZero();
            }
        } finally {
            road.restart("");
        }
    }

    private static Office office(Client client) {
        String run = "B" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        return new Office(client, run, new SplittableRandom(11));
    }

    /** The log of changes, as it lies on the disk. */
    private static long logBytes(Road road) throws SQLException {
        return Long.parseLong(
                road.rows("postgres", "select sum(size) from pg_ls_waldir()").getFirst());
    }

    /** The most that one of the slots keeps of it. */
    private static long retained(Road road) throws SQLException {
        return Long.parseLong(road.rows(
                        "postgres",
                        "select max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn))::bigint from pg_replication_slots")
                .getFirst());
    }

    /** Writes so much log as an office would in days. */
    private static void fill(Road road, int megabytes) throws SQLException {
        try (Connection connection = road.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < megabytes; i++) {
                statement.execute("select pg_logical_emit_message(false, 'hb', repeat('x', 1048576))");
            }
        }
    }

    private static void checkpoint(Road road) throws SQLException {
        try (Connection connection = road.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
