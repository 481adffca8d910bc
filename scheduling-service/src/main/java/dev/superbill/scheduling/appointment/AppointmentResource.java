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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
    @Operation(
            summary = "Book a time of a provider for a patient",
            description =
                    "Times may come without an offset and are the practice's own then. A provider without a template may be booked at any time but on leave.")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "SLOT_TAKEN: it overlaps another appointment · PROVIDER_UNAVAILABLE: on leave · OUTSIDE_HOURS: outside the provider's template")
    public Response book(@NotNull(message = "The body is missing") @Valid AppointmentRequest request) {
        providers.awaitKnown(request.providerId());
        AppointmentView appointment = appointments.book(request);
        return EntityTags.created("/api/v1/appointments", appointment);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Operation(
            summary = "Move an appointment to another time, provider or room",
            description =
                    "Under the rules of a booking, while nobody has come yet. It is BOOKED again: the patient has to confirm the new time. With If-Match only the version that was read.")
    @APIResponse(
            responseCode = "200",
            description = "The appointment",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "SLOT_TAKEN: it overlaps another appointment · PROVIDER_UNAVAILABLE: on leave · OUTSIDE_HOURS: outside the provider's template · ILLEGAL_TRANSITION: the patient has come already, or will not")
    @APIResponse(responseCode = "422", description = "PATIENT_FIXED: an appointment stays the patient's own")
    public Response reschedule(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid AppointmentRequest request) {
        appointments.find(id);
        providers.awaitKnown(request.providerId());
        return EntityTags.ok(appointments.reschedule(id, request, ifMatch));
    }

    @POST
    @Path("/{id}/{step: confirm|check-in|room|start|check-out|cancel|no-show}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Idempotent
    @Operation(
            summary = "Take the appointment a step further",
            description =
                    "Steps may be skipped: a patient may be checked out as soon as checked in. A checked-out appointment opens an encounter to code.")
    @APIResponse(
            responseCode = "200",
            description = "The appointment",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: the step does not lead from its state")
    public Response take(
            @PathParam("id") UUID id,
            @PathParam("step")
                    @Parameter(
                            description = "What happens to the appointment",
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
        return EntityTags.ok(appointments.take(id, step));
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "auditor"})
    @ReadsPhi("appointments")
    @Operation(
            summary = "List appointments by date, provider, patient, status and absence, in the order of their starts",
            description =
                    "The date is that of the start in the practice's time zone. With providerAway=true it is the list of those to move, because their provider has got leave since they were booked.")
    public Page<AppointmentView> search(@BeanParam AppointmentSearch search, @BeanParam @Valid PageRequest page) {
        return appointments.search(search, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "auditor"})
    @ReadsPhi("appointment")
    @Operation(
            summary = "Read an appointment",
            description = "With its history: who moved it from which state to which, and when.")
    @APIResponse(
            responseCode = "200",
            description = "The appointment",
            content = @Content(schema = @Schema(implementation = AppointmentView.class)))
    public Response find(@PathParam("id") UUID id) {
        return EntityTags.ok(appointments.find(id));
    }
}
