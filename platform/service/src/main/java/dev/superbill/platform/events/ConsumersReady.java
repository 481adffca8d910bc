package dev.superbill.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when the service's own topics are made and each consumer has its partitions. A topic that another service has not
 * made yet is waited for for some time; after that its owner is taken to be away, which is no reason to refuse work.
 */
@Readiness
@ApplicationScoped
class ConsumersReady implements HealthCheck {

    private final Consumers consumers;
    private final OwnedTopics topics;
    private final Clock clock;
    private final Duration patience;
    private final Instant started;

    ConsumersReady(
            Consumers consumers,
            OwnedTopics topics,
            Clock clock,
            @ConfigProperty(name = "superbill.events.await-topics", defaultValue = "60s") Duration patience) {
        this.consumers = consumers;
        this.topics = topics;
        this.clock = clock;
        this.patience = patience;
        this.started = clock.instant();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("event consumers");
        boolean early = clock.instant().isBefore(started.plus(patience));
        List<Consumers.State> states = consumers.states();
        states.stream()
                .filter(state -> state.assigned() == 0)
                .forEach(state -> response.withData(
                        state.group(), state.joined() ? "no partition of its topic" : "not in its group yet"));
        if (!topics.areMade()) {
            response.withData("own topics", "not made yet");
        }
        return response.status(topics.areMade()
                        && states.stream().allMatch(state -> state.assigned() > 0 || (state.joined() && !early)))
                .build();
    }
}
