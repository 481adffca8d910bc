package dev.superbill.staff.shift;

import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shifts over HTTP. */
@Path("/api/v1/shifts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Shifts")
class ShiftResource {

    private final Shifts shifts;

    ShiftResource(Shifts shifts) {
        this.shifts = shifts;
    }

    @POST
    @RolesAllowed({"practice-manager", "hr"})
    @Idempotent
    @Operation(summary = "Plan a shift of an employee", description = "Shifts of one employee do not overlap.")
    @APIResponse(
            responseCode = "201",
            description = "Planned",
            content = @Content(schema = @Schema(implementation = ShiftView.class)))
    @APIResponse(responseCode = "409", description = "SHIFT_OVERLAPS: the employee has another shift at this time")
    public Response plan(@NotNull(message = "The body is missing") @Valid ShiftRequest request) {
        ShiftView shift = shifts.plan(request);
        return EntityTags.created("/api/v1/shifts", shift);
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(
            summary = "List shifts by employee and by the day that they touch, in the order of their starts",
            description = "The day is one of the practice's time zone.")
    public Page<ShiftView> list(
            @QueryParam("employee") @Parameter(description = "Only those of this employee") @Nullable UUID employee,
            @QueryParam("date") @Parameter(description = "Only those that touch this day") @Nullable LocalDate date,
            @BeanParam @Valid PageRequest page) {
        return shifts.search(employee, date, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(summary = "Read a shift", description = "As it stands in the plan.")
    public ShiftView find(@PathParam("id") UUID id) {
        return shifts.find(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"practice-manager", "hr"})
    @Operation(summary = "Strike a shift from the plan", description = "It is gone: a shift has no history.")
    public void strike(@PathParam("id") UUID id) {
        shifts.strike(id);
    }
}
