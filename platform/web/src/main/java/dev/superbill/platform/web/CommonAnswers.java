package dev.superbill.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the description of an interface with what all operations answer alike, so that each describes only what is its
 * own: the problems of every request, and an example of each problem. A response of a resource method begins its
 * description with the problem's code, {@code SLOT_TAKEN: another appointment holds the time}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final Pattern CODE = Pattern.compile("([A-Z][A-Z0-9_]+): (.*)", Pattern.DOTALL);

    /** Statuses whose problems have one code everywhere. */
    private static final Map<String, String> ALIKE = new TreeMap<>(Map.of(
            "400", "INVALID_REQUEST: a field or parameter is missing or malformed; errors name it",
            "401", "UNAUTHENTICATED: no token, or one that does not hold",
            "403", "FORBIDDEN: the role of the token does not allow this",
            "404", "NOT_FOUND: there is no such thing, or it belongs to another practice",
            "412", "STALE: the version in If-Match is not the current one",
            "415", "UNSUPPORTED_MEDIA_TYPE: the body has another media type",
            "429", "TOO_MANY_REQUESTS: the rate of this user is used up; Retry-After says for how long",
            "503", "SERVICE_UNAVAILABLE: nothing was changed; repeat it after Retry-After"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations().values().forEach(operation -> complete(path, operation));
            }
        });
    }

    private static void complete(String path, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.forEach(CommonAnswers::describe);
        APIResponses responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        boolean hasBody = operation.getRequestBody() != null;
        boolean hasVersion =
                parameters.stream().anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()));
        ALIKE.forEach((status, meaning) -> {
            boolean occurs = switch (status) {
                case "400" -> hasBody || !parameters.isEmpty();
                case "404" -> path.contains("{");
                case "412" -> hasVersion;
                case "415" -> hasBody;
                default -> true;
            };
            APIResponse present = responses.getAPIResponse(status);
            boolean isOwn = present != null
                    && present.getDescription() != null
                    && CODE.matcher(present.getDescription()).matches();
            if (occurs && !isOwn) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(meaning));
            }
        });
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]\\d\\d") && response.getContent() == null) {
                response.setContent(problem(status, response));
            }
        });
        operation.setResponses(responses);
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() != null) {
            return;
        }
        if (parameter.getIn() == Parameter.In.PATH && "id".equals(parameter.getName())) {
            parameter.setDescription("The id that was answered when it was made");
        } else if (HttpHeaders.IF_MATCH.equals(parameter.getName())) {
            parameter.setDescription("The ETag of the version that was read; absent: whatever the version is");
        }
    }

    private static Content problem(String status, APIResponse response) {
        String meaning = response.getDescription() == null ? "" : response.getDescription();
        Matcher parts = CODE.matcher(meaning);
        boolean named = parts.matches();
        Problem problem = ProblemException.problem(
                Integer.parseInt(status), named ? parts.group(1) : "REFUSED", named ? parts.group(2) : meaning, null);
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem"))
                                .example(Map.of(
                                        "type", problem.type(),
                                        "title", problem.title(),
                                        "status", problem.status(),
                                        "detail", named ? parts.group(2) : meaning,
                                        "code", problem.code())));
    }
}
