package dev.superbill.scheduling.schedule;

import dev.superbill.platform.web.EntityTags;
import dev.superbill.scheduling.provider.Providers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Templates over HTTP. */
@Path("/api/v1/schedules/{providerId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
class ScheduleResource {

    private final Schedules schedules;
    private final Providers providers;

    ScheduleResource(Schedules schedules, Providers providers) {
        this.schedules = schedules;
        this.providers = providers;
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(
            summary = "Read a provider's weekly template; 404 when there is none and any time may be booked",
            description = "Hours are those of the practice's wall clock.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(implementation = ScheduleView.class)))
    public Response find(@PathParam("providerId") @Parameter(description = "The provider's id") UUID providerId) {
        return tagged(schedules.find(providerId));
    }

    @PUT
    @RolesAllowed({"front-desk", "practice-manager"})
    @Operation(
            summary = "Set a provider's weekly template and its exceptions, as a whole",
            description = "What was booked before stays booked. An exception without hours closes its date.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(implementation = ScheduleView.class)))
    public Response replace(
            @PathParam("providerId") @Parameter(description = "The provider's id") UUID providerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid ScheduleRequest request) {
        providers.awaitKnown(providerId);
        return tagged(schedules.replace(providerId, request.checked(), ifMatch));
    }

    @DELETE
    @RolesAllowed({"front-desk", "practice-manager"})
    @Operation(
            summary = "Remove a provider's template: any time may be booked again",
            description = "What was booked before stays booked.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("providerId") @Parameter(description = "The provider's id") UUID providerId) {
        schedules.remove(providerId);
    }

    private static Response tagged(ScheduleView schedule) {
        return Response.ok(schedule).tag(EntityTags.of(schedule.version())).build();
    }
}
