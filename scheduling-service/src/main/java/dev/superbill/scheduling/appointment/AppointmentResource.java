package dev.superbill.scheduling.appointment;

import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.scheduling.provider.Providers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Appointments over HTTP. */
@Path("/api/v1/appointments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appointments")
class AppointmentResource {

    private final Appointments appointments;
    private final Providers providers;

    AppointmentResource(Appointments appointments, Providers providers) {
        this.appointments = appointments;
        this.providers = providers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Idempotent
    @Operation(summary = "Book a time of a provider for a patient")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "SLOT_TAKEN: it overlaps another appointment · PROVIDER_UNAVAILABLE: on leave · OUTSIDE_HOURS: outside the provider's template")
    public Response book(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AppointmentRequest.class),
                                            examples =
                                                    @ExampleObject(name = "visit", value = AppointmentRequest.EXAMPLE)))
                    @NotNull(message = "The body is missing")
                    @Valid
                    AppointmentRequest request) {
        providers.awaitKnown(request.providerId());
        AppointmentView appointment = appointments.book(request);
        return Response.created(URI.create("/api/v1/appointments/" + appointment.id()))
                .tag(EntityTags.of(appointment.version()))
                .entity(appointment)
                .build();
    }

    @POST
    @Path("/{id}/{step: confirm|check-in|room|start|check-out|cancel|no-show}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Idempotent
    @Operation(summary = "Take the appointment a step further; 409 names its state when the step does not lead from it")
    @APIResponse(
            responseCode = "200",
            description = "The appointment",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: the step does not lead from its state")
    public Response take(
            @PathParam("id") UUID id,
            @PathParam("step")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            enumeration = {
                                                "confirm",
                                                "check-in",
                                                "room",
                                                "start",
                                                "check-out",
                                                "cancel",
                                                "no-show"
                                            }))
                    AppointmentStep step) {
        return tagged(appointments.take(id, step));
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "auditor"})
    @ReadsPhi("appointments")
    @Operation(summary = "List appointments by date, provider, patient and status, in the order of their starts")
    public Page<AppointmentView> search(@BeanParam AppointmentSearch search, @BeanParam @Valid PageRequest page) {
        return appointments.search(search, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "auditor"})
    @ReadsPhi("appointment")
    @Operation(summary = "Read an appointment")
    @APIResponse(
            responseCode = "200",
            description = "The appointment",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response find(@PathParam("id") UUID id) {
        return tagged(appointments.find(id));
    }

    private static Response tagged(AppointmentView appointment) {
        return Response.ok(appointment)
                .tag(EntityTags.of(appointment.version()))
                .build();
    }
}
