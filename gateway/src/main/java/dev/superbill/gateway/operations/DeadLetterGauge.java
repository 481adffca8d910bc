package dev.superbill.gateway.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells Prometheus how many dead letters wait, also of topics in which none does. */
@ApplicationScoped
class DeadLetterGauge {

    private static final Logger LOG = Logger.getLogger(DeadLetterGauge.class);

    private final DeadLetters deadLetters;
    private final MultiGauge gauge;

    DeadLetterGauge(DeadLetters deadLetters, MeterRegistry registry) {
        this.deadLetters = deadLetters;
        this.gauge = MultiGauge.builder("superbill.dead.letters")
                .description("Events that a consumer could not apply and that were not put back")
                .register(registry);
    }

    @Scheduled(
            every = "{superbill.measure.every}",
            delayed = "15s",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "count-dead-letters")
    void export() {
        try {
            gauge.register(
                    deadLetters.counts().entrySet().stream()
                            .<MultiGauge.Row<?>>map(
                                    count -> MultiGauge.Row.of(Tags.of("topic", count.getKey()), count.getValue()))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("The dead letters could not be counted: %s", e.getMessage());
        }
    }
}
