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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Providers over HTTP: the employees who treat patients. */
@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Providers")
class ProviderResource {

    private final Employees employees;

    ProviderResource(Employees employees) {
        this.employees = employees;
    }

    @POST
    @RolesAllowed({"billing-manager", "practice-manager", "hr"})
    @Idempotent
    @Operation(
            summary = "Enter an employee who treats patients",
            description =
                    "In short: an employee with the role PHYSICIAN. Scheduling and claims know the provider a moment later.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @APIResponse(responseCode = "409", description = "NPI_TAKEN: another employee has this NPI")
    public Response enter(@NotNull(message = "The body is missing") @Valid ProviderRequest request) {
        Employee provider = employees.hire(request.employee());
        return EntityTags.created("/api/v1/providers", provider.provider());
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(
            summary = "List the employees who treat patients, in the order of their entry",
            description = "All, or the one with an NPI, or those who work here now.")
    public Page<ProviderView> list(
            @QueryParam("npi")
                    @Parameter(description = "Only the one with this NPI")
                    @NationalProviderIdentifier
                    @Nullable
                    String npi,
            @QueryParam("active")
                    @Parameter(description = "Only those who work here, or only those who have left")
                    @Nullable
                    Boolean active,
            @BeanParam @Valid PageRequest page) {
        return employees.search(true, active, npi, page).map(Employee::provider);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "provider", "practice-manager", "hr", "auditor"})
    @Operation(summary = "Read a provider", description = "An employee who treats no patients answers 404 here.")
    @APIResponse(
            responseCode = "200",
            description = "The provider",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    public Response find(@PathParam("id") UUID id) {
        Employee provider = employees.findProvider(id);
        return EntityTags.ok(provider.provider());
    }
}
