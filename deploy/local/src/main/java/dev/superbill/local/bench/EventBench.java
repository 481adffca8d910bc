package dev.superbill.local.bench;

import dev.superbill.local.client.Parallel;
import dev.superbill.local.client.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** (c) How soon what one service commits is applied by another, and how many events a second at full speed. */
record EventBench(Machine machine, Clinics clinics, Scale scale) implements Bench {

    private static final int A_SECOND = 50;
    private static final int CLIENTS = 16;
    private static final double MOST_MILLIS = 100;
    private static final Duration EVENTS_TAKE = Duration.ofMinutes(10);

    @Override
    public void run(Figures figures) throws IOException, SQLException {
        steadily(figures);
        atFullSpeed(figures);
    }

    /** New patients, at an even pace; claims-service hears of them. */
    private void steadily(Figures figures) throws SQLException {
        Clinic clinic = clinics.open("c-steady", 1);
        Traffic traffic = new Traffic(machine);
        int count = A_SECOND * scale.seconds();
        figures.progress("(c) %d events a second for %d s, once before it counts", A_SECOND, scale.seconds());
        register(clinic, 0, count);
        Map<UUID, Instant> before = traffic.written("scheduling", "scheduling.patient", clinic.name());
        await(traffic, before, "claims", "claims.patient", clinic);
        register(clinic, count, count);
        Map<UUID, Instant> written = traffic.written("scheduling", "scheduling.patient", clinic.name());
        written.keySet().removeAll(before.keySet());
        Map<UUID, Instant> applied = await(traffic, written, "claims", "claims.patient", clinic);
        List<Double> millis = written.entrySet().stream()
                .map(event -> Duration.between(event.getValue(), applied.get(event.getKey()))
                                .toNanos()
                        / 1e6)
                .sorted()
                .toList();
        figures.add(Figure.of("c", "commit to consumer, p50 at 50 events/s", percentile(millis, 50), "ms"));
        figures.add(Figure.atMost(
                "c", "commit to consumer, p99 at 50 events/s", percentile(millis, 99), "ms", MOST_MILLIS));
    }

    private static void register(Clinic clinic, int first, int count) {
        long start = System.nanoTime();
        try (Parallel clients = new Parallel(CLIENTS)) {
            clients.map(count, number -> {
                awaitNanos(start + number * (1_000_000_000L / A_SECOND));
                return clinic.register(first + number);
            });
        }
    }

    /** Claims of a bulk intake; payments-service makes receivables and charges of them. */
    private void atFullSpeed(Figures figures) throws IOException, SQLException {
        Clinic clinic = clinics.open("c-burst", scale.burst());
        Traffic traffic = new Traffic(machine);
        figures.progress("(c) %d claims at once", scale.burst());
        clinic.takeIn(clinic.encounters(scale.burst()));
        Map<UUID, Instant> written = traffic.written("claims", "claims.claim", clinic.name());
        Map<UUID, Instant> applied = await(traffic, written, "payments", "payments.receivable", clinic);
        Instant first = Collections.min(applied.values());
        Instant last = Collections.max(applied.values());
        double seconds = Math.max(1, Duration.between(first, last).toMillis()) / 1e3;
        figures.add(Figure.of("c", "claims told and charged, at full speed", applied.size() / seconds, "events/s"));
        Duration behind = Duration.between(Collections.max(written.values()), last);
        figures.add(Figure.of("c", "the last is charged after the last was committed", behind.toMillis(), "ms"));
    }

    private static Map<UUID, Instant> await(
            Traffic traffic, Map<UUID, Instant> written, String database, String consumer, Clinic clinic)
            throws SQLException {
        Map<UUID, Instant> applied = traffic.applied(database, consumer, clinic.name());
        long deadline = System.nanoTime() + EVENTS_TAKE.toNanos();
        while (!applied.keySet().containsAll(written.keySet())) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(consumer + " has not applied all events");
            }
            Waiting.aMoment();
            applied = traffic.applied(database, consumer, clinic.name());
        }
        applied.keySet().retainAll(written.keySet());
        return applied;
    }

    private static void awaitNanos(long moment) {
        long left = moment - System.nanoTime();
        if (left > 0) {
            Waiting.pause(Duration.ofNanos(left));
        }
    }

    static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
