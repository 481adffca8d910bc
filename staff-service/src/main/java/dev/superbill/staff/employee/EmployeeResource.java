package dev.superbill.staff.employee;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Employees over HTTP. */
@Path("/api/v1/employees")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Employees")
class EmployeeResource {

    private final Employees employees;

    EmployeeResource(Employees employees) {
        this.employees = employees;
    }

    @POST
    @RolesAllowed({"practice-manager", "hr"})
    @Idempotent
    @Operation(
            summary = "Hire an employee",
            description = "Whoever treats patients can be booked in scheduling and named on claims a moment later.")
    @APIResponse(
            responseCode = "201",
            description = "Hired",
            content = @Content(schema = @Schema(implementation = EmployeeView.class)))
    @APIResponse(responseCode = "409", description = "NPI_TAKEN: another employee has this NPI")
    public Response hire(@NotNull(message = "The body is missing") @Valid EmployeeRequest request) {
        Employee employee = employees.hire(request);
        return EntityTags.created("/api/v1/employees", employee.view());
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(
            summary = "List employees, in the order of their entry",
            description = "All, or those who treat patients, or those who work here now.")
    public Page<EmployeeView> list(
            @QueryParam("treatsPatients")
                    @Parameter(description = "Only those who do, or do not, treat patients")
                    @Nullable
                    Boolean treatsPatients,
            @QueryParam("active")
                    @Parameter(description = "Only those who work here, or only those who have left")
                    @Nullable
                    Boolean active,
            @BeanParam @Valid PageRequest page) {
        return employees.search(treatsPatients, active, null, page).map(Employee::view);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(summary = "Read an employee", description = "The ETag is for a later change with If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The employee",
            content = @Content(schema = @Schema(implementation = EmployeeView.class)))
    public Response find(@PathParam("id") UUID id) {
        return EntityTags.ok(employees.find(id).view());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"practice-manager", "hr"})
    @Operation(
            summary =
                    "Change an employee, or note that the person has left; with If-Match only the version that was read",
            description = "The body replaces all fields. Who has left is not booked any more; what was booked stays.")
    @APIResponse(
            responseCode = "200",
            description = "The employee",
            content = @Content(schema = @Schema(implementation = EmployeeView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid EmployeeRequest request) {
        return EntityTags.ok(employees.change(id, request, ifMatch).view());
    }
}
