package dev.superbill.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.web.Problem.Fault;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever a resource throws into a problem. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** What to do about a refusal of the framework's own, which says no more than its status. */
    private static final Map<Integer, String> CURES = Map.of(
            404, "There is nothing at this address",
            405, "The address does not take this method",
            406, "The answer cannot be had in what Accept asks for",
            413, "The body is larger than this address takes: send less at a time",
            415, "The body's Content-Type is not one that this address takes");

    private final List<FaultDiagnosis> diagnoses;

    public ProblemMapper(@All List<FaultDiagnosis> diagnoses) {
        this.diagnoses = List.copyOf(diagnoses);
    }

    /** The answer that a problem is told with; mappers of other exceptions give it too. */
    @ServerExceptionMapper
    public Response refused(ProblemException e, UriInfo uri) {
        ResponseBuilder response = response(e.problem(), uri);
        Integer seconds = e.retryAfterSeconds();
        return (seconds == null ? response : response.header(HttpHeaders.RETRY_AFTER, seconds)).build();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<Fault> faults = e.getConstraintViolations().stream()
                .map(violation ->
                        Fault.ofField(field(violation), violation.getMessage(), "Correct the field and repeat"))
                .toList();
        return response(
                        ProblemException.problem(400, "INVALID_REQUEST", faults.size() + " fields are invalid", faults),
                        uri)
                .build();
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return unreadable(e, uri);
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            // such as a body that is too large, found out in the middle of a value
            if (cause instanceof ProblemException problem) {
                return refused(problem, uri);
            }
        }
        String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        Long line = e.getLocation() == null ? null : (long) e.getLocation().getLineNr();
        // the original message would quote the body
        Fault fault = new Fault(
                field.isEmpty() ? "body" : field,
                null,
                line,
                field.isEmpty() ? "The body is no well-formed JSON" : "The value has the wrong form",
                "Send JSON of the documented shape");
        return response(ProblemException.problem(400, "MALFORMED_JSON", fault.message(), List.of(fault)), uri)
                .build();
    }

    @ServerExceptionMapper
    @Priority(Priorities.AUTHENTICATION)
    Response unauthenticated(UnauthorizedException e, UriInfo uri) {
        return unauthenticated(uri);
    }

    @ServerExceptionMapper
    @Priority(Priorities.AUTHENTICATION)
    Response unauthenticated(AuthenticationFailedException e, UriInfo uri) {
        return unauthenticated(uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return response(
                        ProblemException.problem(403, "FORBIDDEN", "The role of the token does not allow this", null),
                        uri)
                .build();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json, uri);
            }
        }
        String parameter = e instanceof NotFoundException ? malformedParameter(e, uri) : null;
        if (parameter != null) {
            return refused(
                    ProblemException.badRequest(
                            parameter, "The value has the wrong form", "See the interface's description for its form"),
                    uri);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        String code = Response.Status.fromStatusCode(status) == null
                ? "HTTP_" + status
                : Response.Status.fromStatusCode(status).name();
        return response(ProblemException.problem(status, code, CURES.get(status), null), uri)
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable e, UriInfo uri) {
        for (FaultDiagnosis diagnosis : diagnoses) {
            Optional<ProblemException> known = diagnosis.of(e);
            if (known.isPresent()) {
                return refused(known.get(), uri);
            }
        }
        String incident = UuidV7.next().toString();
        LOG.errorf(e, "Request failed, incident %s", incident);
        return response(
                        ProblemException.problem(
                                500,
                                "INTERNAL_ERROR",
                                "Something failed here; tell operations the incident " + incident,
                                null),
                        uri)
                .build();
    }

    /**
     * The query parameter that could not be read, or null. The specification answers 404 for it, as for a path that leads
     * nowhere; the cause names the value, and the value the parameter.
     */
    private static @Nullable String malformedParameter(WebApplicationException e, UriInfo uri) {
        String message = e.getCause() == null ? null : e.getCause().getMessage();
        if (message == null) {
            return null;
        }
        return uri.getQueryParameters().entrySet().stream()
                .filter(query ->
                        query.getValue().stream().anyMatch(value -> !value.isBlank() && message.contains(value)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Response unauthenticated(UriInfo uri) {
        return response(ProblemException.problem(401, "UNAUTHENTICATED", "A valid bearer token is needed", null), uri)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static ResponseBuilder response(Problem problem, UriInfo uri) {
        Problem located = problem.instance() != null
                ? problem
                : new Problem(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.detail(),
                        problem.code(),
                        uri.getPath(),
                        problem.errors());
        return Response.status(problem.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(located);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** The path within the body: the first two nodes are the method and its parameter. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> nodes = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            nodes.add(node.toString());
        }
        return nodes.size() <= 2
                ? nodes.getLast()
                : String.join(".", nodes.subList(2, nodes.size())).replace(".[", "[");
    }
}
