package dev.superbill.gateway.routing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives up on a body that comes so slowly that it only keeps a place: somebody whose line is that bad cannot use it
 * anyway, and somebody who does it on purpose is to find no more places that way.
 */
@ApplicationScoped
class BodyPace {

    private static final Logger LOG = Logger.getLogger(BodyPace.class);
    /** Bytes in each window of time. */
    private static final long LEAST = 1_024;

    private final Vertx vertx;
    private final ProblemReply problems;
    private final Duration window;

    BodyPace(Vertx vertx, ProblemReply problems, @ConfigProperty(name = "superbill.body.pace-window") Duration window) {
        this.vertx = vertx;
        this.problems = problems;
        this.window = window;
    }

    /** Watches a request until its body has come or it is answered. */
    void watch(RoutingContext context) {
        if (context.request().isEnded()) {
            return;
        }
        long timer = vertx.setPeriodic(window.toMillis(), new Watch(context)::look);
        context.addEndHandler(end -> vertx.cancelTimer(timer));
    }

    private final class Watch {

        private final RoutingContext context;
        private long seen;

        Watch(RoutingContext context) {
            this.context = context;
        }

        void look(long timer) {
            HttpServerRequest request = context.request();
            long now = request.bytesRead();
            boolean slow = !request.isEnded() && now - seen < LEAST;
            seen = now;
            if (request.isEnded() || slow) {
                vertx.cancelTimer(timer);
            }
            if (slow) {
                giveUp(request);
            }
        }

        private void giveUp(HttpServerRequest request) {
            LOG.warnf("A body came too slowly and was given up after %d bytes", request.bytesRead());
            if (!context.response().headWritten()) {
                context.response().putHeader("Connection", "close");
                problems.send(
                        context, 408, "BODY_TOO_SLOW", "The body comes too slowly: send it again over a better line");
            }
            request.connection().close();
        }
    }
}
