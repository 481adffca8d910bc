package dev.superbill.platform.measure;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.practice.Practices;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jboss.logging.Logger;

/** Reads all measures of this service on a schedule and gives them to whoever scrapes. */
@ApplicationScoped
class Measures {

    private static final Logger LOG = Logger.getLogger(Measures.class);
    /** A measure must never be what slows the work down. */
    private static final String AT_MOST = "set local statement_timeout = '5s'";

    private final Practices practices;
    private final PracticeContext context;
    private final AgroalDataSource dataSource;
    private final Clock clock;
    private final Map<Measure, MultiGauge> gauges = new HashMap<>();
    private volatile Instant taken;

    Measures(
            Practices practices,
            PracticeContext context,
            AgroalDataSource dataSource,
            Clock clock,
            MeterRegistry registry,
            @All List<Measure> measures) {
        this.practices = practices;
        this.context = context;
        this.dataSource = dataSource;
        this.clock = clock;
        this.taken = clock.instant();
        for (Measure measure : measures) {
            gauges.put(
                    measure,
                    MultiGauge.builder(measure.name())
                            .description(measure.description())
                            .baseUnit(measure.unit())
                            .register(registry));
        }
        Gauge.builder(
                        "superbill.measures.age",
                        () -> Duration.between(taken, clock.instant()).toSeconds())
                .description("How old the measures of this service are: large when they cannot be read any more")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(
            every = "{superbill.measure.every}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "take-measures")
    void take() {
        if (gauges.isEmpty()) {
            taken = clock.instant();
            return;
        }
        Map<Measure, Map<String, Double>> sums = new HashMap<>();
        gauges.keySet().forEach(measure -> sums.put(measure, new TreeMap<>()));
        try {
            for (PracticeId practice : practices.all()) {
                context.run(
                        practice,
                        "job:measure",
                        () -> QuarkusTransaction.requiringNew().run(() -> add(sums)));
            }
        } catch (RuntimeException e) {
            LOG.warnf("The measures could not be taken: %s", e.getMessage());
            return;
        }
        gauges.forEach((measure, gauge) -> gauge.register(rows(measure, sums.getOrDefault(measure, Map.of())), true));
        taken = clock.instant();
    }

    private void add(Map<Measure, Map<String, Double>> sums) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(AT_MOST);
            for (Map.Entry<Measure, Map<String, Double>> sum : sums.entrySet()) {
                add(statement, sum.getKey(), sum.getValue());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("SQL state " + e.getSQLState(), e);
        }
    }

    private static void add(Statement statement, Measure measure, Map<String, Double> values) throws SQLException {
        boolean tagged = measure.tag() != null;
        BinaryOperator<Double> total = measure.total() == Measure.Total.SUM ? Double::sum : Double::max;
        try (ResultSet rows = statement.executeQuery(measure.query())) {
            while (rows.next()) {
                values.merge(tagged ? rows.getString(1) : "", rows.getDouble(tagged ? 2 : 1), total);
            }
        }
    }

    private static List<MultiGauge.Row<?>> rows(Measure measure, Map<String, Double> values) {
        String tag = measure.tag();
        if (tag == null) {
            return List.of(MultiGauge.Row.of(Tags.empty(), values.getOrDefault("", 0.0)));
        }
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(value -> MultiGauge.Row.of(Tags.of(tag, value.getKey()), value.getValue()))
                .toList();
    }
}
