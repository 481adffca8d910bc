package dev.superbill.platform.web;

import dev.superbill.platform.web.Problem.Fault;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command or question that is refused, with the problem that the caller is told. */
public class ProblemException extends RuntimeException {

    private final Problem problem;
    private final @Nullable Integer retryAfterSeconds;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    private ProblemException(Problem problem, @Nullable Integer retryAfterSeconds) {
        super(problem.code());
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** 404: there is no such thing, or it belongs to another practice; the two are told alike. */
    public static ProblemException notFound(String what, UUID id) {
        return of(404, "NOT_FOUND", "There is no " + what + " with the id " + id);
    }

    /** 404 for a thing that is found by something other than a UUID. */
    public static ProblemException notFound(String what, String name) {
        return of(404, "NOT_FOUND", "There is no " + what + " " + name);
    }

    /** 409: the thing is in a state, or something else exists, that does not allow it. */
    public static ProblemException conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 409 that passes by itself. */
    public static ProblemException busy(String code, String detail, int retryAfterSeconds) {
        return new ProblemException(problem(409, code, detail, null), retryAfterSeconds);
    }

    /** 503: it cannot be done now, and can in a moment. */
    public static ProblemException unavailable(String code, String detail, int retryAfterSeconds) {
        return new ProblemException(problem(503, code, detail, null), retryAfterSeconds);
    }

    /** 400: a field of the request is malformed. */
    public static ProblemException badRequest(String field, String message, String action) {
        return invalid(400, "INVALID_REQUEST", List.of(Fault.ofField(field, message, action)));
    }

    /** A refusal with the single faults: 400, 404 of ids in a body, 422. */
    public static ProblemException invalid(int status, String code, List<Fault> errors) {
        String detail = errors.size() == 1 ? errors.getFirst().message() : errors.size() + " faults";
        return new ProblemException(problem(status, code, detail, errors));
    }

    /** 422: well formed, but it cannot be done. */
    public static ProblemException unprocessable(String code, String field, String message, String action) {
        return invalid(422, code, List.of(Fault.ofField(field, message, action)));
    }

    /** 412: the thing has changed since the caller read it. */
    public static ProblemException preconditionFailed() {
        return of(412, "STALE", "The version in If-Match is not the current one: read it again and repeat");
    }

    /** 403. */
    public static ProblemException forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    /** Any status with a code and a detail. */
    public static ProblemException of(int status, String code, String detail) {
        return new ProblemException(problem(status, code, detail, null));
    }

    public Problem problem() {
        return problem;
    }

    /** Seconds after which the caller may try again, where waiting helps. */
    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** A problem with the type and title that belong to its code and status. */
    public static Problem problem(int status, String code, @Nullable String detail, @Nullable List<Fault> errors) {
        Status known = Status.fromStatusCode(status);
        return new Problem(
                "https://superbill.dev/problems/"
                        + code.toLowerCase(Locale.ROOT).replace('_', '-'),
                known == null ? "HTTP " + status : known.getReasonPhrase(),
                status,
                detail,
                code,
                null,
                errors);
    }
}
