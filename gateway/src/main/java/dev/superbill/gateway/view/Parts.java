package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.superbill.gateway.routing.Destination;
import dev.superbill.platform.web.ProblemException;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Asks services for the parts of a view. A part that fails or takes too long is left out and its service named. What a
 * service does not know (404) the whole does not know; what the caller may not see (403) is left out silently.
 */
@ApplicationScoped
class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);
    private static final long LONGEST_SECONDS = 3;

    private final Map<Destination, Guard> guards = new EnumMap<>(Destination.class);

    Parts() {
        for (Destination destination : Destination.values()) {
            guards.put(
                    destination,
                    Guard.create()
                            .withDescription("view of " + destination.serviceName())
                            .withTimeout()
                            .duration(LONGEST_SECONDS, ChronoUnit.SECONDS)
                            .done()
                            .withCircuitBreaker()
                            .requestVolumeThreshold(8)
                            .failureRatio(0.5)
                            .delay(2, ChronoUnit.SECONDS)
                            .skipOn(WebApplicationException.class)
                            .done()
                            .build());
        }
    }

    /** One part: the answer, or null where it is left out. */
    Uni<JsonNode> ask(Destination destination, Set<String> missing, Supplier<Uni<JsonNode>> question) {
        Guard guard = guards.get(destination);
        if (guard == null) {
            throw new IllegalStateException("Every destination has a guard");
        }
        return guard.get(question, new TypeLiteral<Uni<JsonNode>>() {})
                .onFailure()
                .recoverWithUni(fault -> degrade(destination, missing, fault));
    }

    private static Uni<JsonNode> degrade(Destination destination, Set<String> missing, Throwable fault) {
        if (fault instanceof WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == 404) {
                return Uni.createFrom().failure(ProblemException.of(404, "NOT_FOUND", "There is no such thing"));
            }
            if (status == 403) {
                return Uni.createFrom().item(NullNode.getInstance());
            }
        }
        LOG.warnf(
                "%s is missing from a view: %s",
                destination.serviceName(), fault.getClass().getSimpleName());
        missing.add(destination.serviceName());
        return Uni.createFrom().item(NullNode.getInstance());
    }
}
