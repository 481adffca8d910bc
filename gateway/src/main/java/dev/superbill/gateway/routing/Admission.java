package dev.superbill.gateway.routing;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets nobody in without a valid token, and nobody in more often than the rate allows; 401 comes before anything else. */
@ApplicationScoped
class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);
    private static final int ORDER = -100;
    private static final String PRACTICE = "practice";

    private final IdentityProviderManager identities;
    private final RateLimit rateLimit;
    private final ProblemReply problems;

    Admission(IdentityProviderManager identities, RateLimit rateLimit, ProblemReply problems) {
        this.identities = identities;
        this.rateLimit = rateLimit;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        // the body waits until it is known who sends it
        context.request().pause();
        // a token that is none is answered here and not by Quarkus, which would be first
        BiConsumer<RoutingContext, Throwable> nothing = (same, fault) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, nothing);
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(identity -> admit(context, identity), fault -> refuse(context, fault));
    }

    private void admit(RoutingContext context, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            refuse(context);
            return;
        }
        if (practice(identity) == null) {
            context.request().resume();
            problems.send(context, 403, "PRACTICE_MISSING", "The token names no practice");
            return;
        }
        if (identity.getRoles().stream().noneMatch(role -> ListsOfBilling.admit(context.normalizedPath(), role))) {
            context.request().resume();
            problems.send(context, 403, "FORBIDDEN", "The role of the token does not allow this");
            return;
        }
        OptionalLong wait = rateLimit.secondsToWait(user(identity));
        if (wait.isPresent()) {
            context.request().resume();
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.getAsLong()));
            problems.send(context, 429, "TOO_MANY_REQUESTS", "The rate of this user is used up: wait and repeat");
            return;
        }
        context.request().resume();
        context.next();
    }

    private void refuse(RoutingContext context, Throwable fault) {
        LOG.debugf("A token was refused: %s", fault.getClass().getSimpleName());
        refuse(context);
    }

    private void refuse(RoutingContext context) {
        context.request().resume();
        context.response().putHeader("WWW-Authenticate", "Bearer");
        problems.send(context, 401, "UNAUTHENTICATED", "A valid bearer token is needed");
    }

    private static @Nullable Object practice(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(PRACTICE) : null;
    }

    private static String user(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getIssuer() + "#" + token.getSubject()
                : identity.getPrincipal().getName();
    }
}
