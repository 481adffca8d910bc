package dev.superbill.staff.credential;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Credentials over HTTP. */
@Path("/api/v1/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
class CredentialResource {

    private final Credentials credentials;

    CredentialResource(Credentials credentials) {
        this.credentials = credentials;
    }

    @POST
    @RolesAllowed({"practice-manager", "hr"})
    @Idempotent
    @Operation(
            summary = "Enter a credential of an employee",
            description = "The scrubber of claims holds what a provider does without a valid licence.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = CredentialView.class)))
    public Response enter(@NotNull(message = "The body is missing") @Valid CredentialRequest request) {
        CredentialView credential = credentials.enter(request);
        return EntityTags.created("/api/v1/credentials", credential);
    }

    @GET
    @RolesAllowed({"billing-manager", "practice-manager", "hr", "auditor"})
    @Operation(
            summary = "List credentials, of an employee or those that expire before a day",
            description = "In the order of their entry.")
    public Page<CredentialView> list(
            @QueryParam("employee") @Parameter(description = "Only those of this employee") @Nullable UUID employee,
            @QueryParam("expiringBefore")
                    @Parameter(description = "Only those whose last day is before this one")
                    @Nullable
                    LocalDate expiringBefore,
            @BeanParam @Valid PageRequest page) {
        return credentials.search(employee, expiringBefore, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"billing-manager", "practice-manager", "hr", "auditor"})
    @Operation(summary = "Read a credential", description = "The ETag is for a later change with If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The credential",
            content = @Content(schema = @Schema(implementation = CredentialView.class)))
    public Response find(@PathParam("id") UUID id) {
        return EntityTags.ok(credentials.find(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"practice-manager", "hr"})
    @Operation(
            summary = "Renew or correct a credential; with If-Match only the version that was read",
            description = "The body replaces all fields.")
    @APIResponse(
            responseCode = "200",
            description = "The credential",
            content = @Content(schema = @Schema(implementation = CredentialView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid CredentialRequest request) {
        return EntityTags.ok(credentials.change(id, request, ifMatch));
    }
}
