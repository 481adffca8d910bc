package dev.superbill.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while each consumer asks its broker for events, which it does whether there are any or not, and whether the broker
 * answers or not. One that has stopped asking never begins again by itself: only a new process helps. (A message that
 * stays unfinished for too long is noticed by the channel's own check.)
 */
@Liveness
@ApplicationScoped
class ConsumersAlive implements HealthCheck {

    private final Consumers consumers;
    private final Duration longest;

    ConsumersAlive(
            Consumers consumers,
            @ConfigProperty(name = "superbill.events.longest-silence", defaultValue = "120s") Duration longest) {
        this.consumers = consumers;
        this.longest = longest;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("event consumers ask").up();
        for (Consumers.State state : consumers.states()) {
            if (state.sincePoll().compareTo(longest) > 0) {
                response.down()
                        .withData(
                                state.group(), "silent for " + state.sincePoll().toSeconds() + " s");
            }
        }
        return response.build();
    }
}
