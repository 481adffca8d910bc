package dev.superbill.gateway.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.platform.web.Problem;
import dev.superbill.platform.web.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Problems for requests that never reach a resource. */
@ApplicationScoped
class ProblemReply {

    private final ObjectMapper json;

    ProblemReply(ObjectMapper json) {
        this.json = json;
    }

    /** Answers a request with a problem and is done with it. */
    void send(RoutingContext context, int status, String code, String detail) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(body(status, code, detail, context.normalizedPath()));
    }

    /** The JSON of a problem. */
    Buffer body(int status, String code, String detail, String path) {
        Problem problem = ProblemException.problem(status, code, detail, null);
        try {
            return Buffer.buffer(json.writeValueAsBytes(new Problem(
                    problem.type(),
                    problem.title(),
                    problem.status(),
                    problem.detail(),
                    problem.code(),
                    path,
                    problem.errors())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
    }
}
