package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.check.Progress;
import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import dev.superbill.local.check.RunningStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every consumer of every service begins anew from offset zero, and no row of any database changes. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class ReplayIT {

    private static final List<String> SERVICES = List.of("scheduling", "claims", "payments", "staff");
    /** What changes by itself: who has read, and when work was last looked for. */
    private static final Set<String> RESTLESS = Set.of(
            "access_log", "access_log_head", "outbox_mark", "flyway_schema_history", "fetched_file", "inbound_file");

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Longer than two cycles of the clearinghouse's payers. */
    private static final Duration QUIET = Duration.ofSeconds(8);

    @Test
    void changesNothingWhenAllConsumersBeginAnew(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        assertThat(RunningStack.of(road.stack())
                        .check(PATIENCE, Progress.SILENT)
                        .findings())
                .isEmpty();
        awaitQuiet(road);
        for (String service : SERVICES) {
            assertThat(road.run("stop", service).exitCode()).as(service).isZero();
        }
        try (Broker broker = new Broker(road)) {
            Map<String, String> before = rows(road);

            AtomicLong again = new AtomicLong();
            // members that were stopped may count as members for a moment
            Patience.until(PATIENCE, "the groups are empty", () -> {
                again.set(broker.rewind());
                return true;
            });
            for (String service : SERVICES) {
                road.run("start", service);
            }
            Patience.until(PATIENCE, "all events are read again", () -> broker.lag() == 0);

            assertThat(again.get()).isPositive();
            assertThat(broker.groups()).hasSizeGreaterThan(10);
            assertThat(rows(road)).isEqualTo(before);
            System.out.printf(
                    "%d consumers began anew, %d events came again, %d tables are as they were%n",
                    broker.groups().size(), again.get(), before.size());
        } finally {
            for (String service : SERVICES) {
                road.run("start", service);
            }
            Patience.until(PATIENCE, "all parts are healthy", () -> road.stack().isHealthy());
        }
    }

    /** Payers may still send something for what came before: nothing changes for a while. */
    private static void awaitQuiet(Road road) {
        AtomicReference<Map<String, String>> last = new AtomicReference<>(Map.of());
        Patience.during(PATIENCE, QUIET, "nothing changes any more", () -> {
            Map<String, String> now = rows(road);
            return now.equals(last.getAndSet(now));
        });
    }

    /** A hash of all rows of each table of the services. */
    private static Map<String, String> rows(Road road) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        for (String service : SERVICES) {
            List<String> tables = road.rows(
                    service,
                    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition");
            tables.removeAll(RESTLESS);
            for (String table : tables) {
                hashes.put(
                        service + "." + table,
                        road.rows(
                                        service,
                                        "select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from "
                                                + table + " t")
                                .getFirst());
            }
        }
        return hashes;
    }
}
