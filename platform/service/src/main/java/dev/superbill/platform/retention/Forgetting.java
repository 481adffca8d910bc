package dev.superbill.platform.retention;

import dev.superbill.platform.practice.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Removes what tells a repetition from something new, once nothing can be repeated any more: the ids of events that were
 * applied, and the first answers to commands with an Idempotency-Key. In batches, each its own transaction: nobody waits for
 * it, and a stop in between loses nothing.
 */
@ApplicationScoped
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final int BATCH = 5_000;

    private static final String EVENTS = "delete from consumed_event where ctid = any(array("
            + "select ctid from consumed_event where consumed_at < ? limit " + BATCH + "))";
    private static final String ANSWERS = "delete from idempotency_key where ctid = any(array("
            + "select ctid from idempotency_key where created_at < ? limit " + BATCH + "))";

    private final AgroalDataSource dataSource;
    private final Practices practices;
    private final Clock clock;
    private final Duration events;
    private final Duration answers;

    Forgetting(
            AgroalDataSource dataSource,
            Practices practices,
            Clock clock,
            @ConfigProperty(name = "superbill.remember.events") Duration events,
            @ConfigProperty(name = "superbill.remember.answers") Duration answers) {
        this.dataSource = dataSource;
        this.practices = practices;
        this.clock = clock;
        this.events = events;
        this.answers = answers;
    }

    @Scheduled(
            every = "6h",
            delayed = "5m",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "forget-repetitions")
    void forget() {
        int removed = all(EVENTS, events);
        if (removed > 0) {
            LOG.infof("Forgot %d events that were applied more than %s ago", removed, events);
        }
        // of the answers each practice sees its own only
        practices.forEach("forget-repetitions", () -> all(ANSWERS, answers));
    }

    private int all(String delete, Duration age) {
        int sum = 0;
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> batch(delete, age));
            sum += removed;
        } while (removed == BATCH);
        return sum;
    }

    private int batch(String delete, Duration age) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setObject(1, clock.instant().minus(age).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}
