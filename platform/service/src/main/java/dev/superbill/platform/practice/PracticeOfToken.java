package dev.superbill.platform.practice;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.web.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Binds a request to the practice that its token names; a signed-in user without a practice may do nothing here. */
class PracticeOfToken {

    private static final String CLAIM = "practice";

    private final PracticeContext context;
    private final SecurityIdentity identity;

    PracticeOfToken(PracticeContext context, SecurityIdentity identity) {
        this.context = context;
        this.identity = identity;
    }

    @ServerRequestFilter
    void bind() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        context.bind(practice(token.getClaim(CLAIM)), token.getName());
    }

    private static PracticeId practice(@Nullable Object claim) {
        try {
            if (claim instanceof String name) {
                return new PracticeId(name);
            }
        } catch (IllegalArgumentException e) {
            // told below, like a claim that is not there
        }
        throw ProblemException.forbidden("PRACTICE_MISSING", "The token names no practice");
    }
}
