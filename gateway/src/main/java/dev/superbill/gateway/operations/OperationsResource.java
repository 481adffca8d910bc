package dev.superbill.gateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operations watch and mend. */
@Path("/api/v1/ops")
@Blocking
@Tag(name = "operations")
class OperationsResource {

    /** Which dead letters to put back; all that wait when absent. */
    @Schema(examples = "{\"ids\": [\"0-12\"]}")
    record Replay(@Nullable Set<String> ids) {}

    @Schema(examples = "{\"replayed\": 1}")
    record Replayed(int replayed) {}

    private final Lag lag;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;

    OperationsResource(Lag lag, DeadLetters deadLetters, ObjectMapper json) {
        this.lag = lag;
        this.deadLetters = deadLetters;
        this.json = json;
    }

    @GET
    @Path("/lag")
    @RolesAllowed({"ops", "auditor"})
    @Operation(
            summary = "How far each consumer is behind, by group, topic and partition",
            description =
                    "Groups are named service.consumer. An age is that of the oldest event that was not applied yet.")
    public Page<PartitionLag> lag() {
        return new Page<>(lag.measure(), null);
    }

    @GET
    @Path("/dead-letters")
    @RolesAllowed({"ops", "auditor"})
    @Operation(
            summary = "The messages that consumers could not apply, without their payloads",
            description =
                    "A cause is the name of a fault, never what the fault says of the payload. Put back, they disappear here.")
    public Page<DeadLetter> deadLetters() {
        return new Page<>(deadLetters.waiting(), null);
    }

    @POST
    @Path("/dead-letters/{topic}/replay")
    @RolesAllowed("ops")
    @Operation(
            summary = "Puts dead letters back where they stood",
            description = "All that wait in the topic, or those named. Consumers that had applied them pass over them.")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Replay.class)))
    public Replayed replay(@PathParam("topic") String topic, String body) {
        return new Replayed(deadLetters.replay(topic, wanted(body)));
    }

    private @Nullable Set<String> wanted(String body) {
        if (body.isBlank()) {
            return null;
        }
        try {
            Replay wanted = json.readValue(body, Replay.class);
            if (wanted == null) {
                throw malformed();
            }
            return wanted.ids();
        } catch (JsonProcessingException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.badRequest(
                "ids", "The body is not of the form {\"ids\": [\"0-12\"]}", "Send no body for all");
    }
}
