package dev.superbill.staff.leave;

import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Leaves over HTTP. */
@Path("/api/v1/leaves")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leaves")
class LeaveResource {

    private final Leaves leaves;

    LeaveResource(Leaves leaves) {
        this.leaves = leaves;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"practice-manager", "hr"})
    @Idempotent
    @Operation(
            summary = "Ask for leave of an employee, by days of the practice's calendar",
            description =
                    "It counts once it is approved. Both days are included; times of day narrow the first and the last one.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content = @Content(schema = @Schema(implementation = LeaveView.class)))
    @APIResponse(responseCode = "409", description = "LEAVE_OVERLAPS: the employee has leave on some of these days")
    public Response request(@NotNull(message = "The body is missing") @Valid LeaveRequest request) {
        LeaveView leave = leaves.request(request);
        return EntityTags.created("/api/v1/leaves", leave);
    }

    @POST
    @Path("/{id}/{step: approve|refuse|cancel}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"practice-manager", "hr"})
    @Idempotent
    @Operation(
            summary = "Decide about a leave; approved leave makes the employee unavailable",
            description = "Scheduling books nothing on approved leave, and flags what was booked before.")
    @APIResponse(
            responseCode = "200",
            description = "The leave",
            content = @Content(schema = @Schema(implementation = LeaveView.class)))
    @APIResponse(responseCode = "409", description = "ILLEGAL_TRANSITION: the step does not lead from its state")
    public Response take(
            @PathParam("id") UUID id,
            @PathParam("step")
                    @Parameter(
                            description = "What is decided of the leave",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"approve", "refuse", "cancel"}))
                    LeaveStep step) {
        return EntityTags.ok(leaves.take(id, step));
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(
            summary = "List leaves by employee, by a day that they include, and by status",
            description = "In the order of their entry.")
    public Page<LeaveView> list(
            @QueryParam("employee") @Parameter(description = "Only that of this employee") @Nullable UUID employee,
            @QueryParam("date") @Parameter(description = "Only that which holds on this day") @Nullable LocalDate date,
            @QueryParam("status") @Parameter(description = "Only that in this state") @Nullable LeaveStatus status,
            @BeanParam @Valid PageRequest page) {
        return leaves.search(employee, date, status, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(summary = "Read a leave", description = "With its history: who decided what, and when.")
    @APIResponse(
            responseCode = "200",
            description = "The leave",
            content = @Content(schema = @Schema(implementation = LeaveView.class)))
    public Response find(@PathParam("id") UUID id) {
        return EntityTags.ok(leaves.find(id));
    }
}
