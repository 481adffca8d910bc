package dev.superbill.scheduling.patient;

import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.PlainText;
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

/** Patients over HTTP. */
@Path("/api/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Patients")
class PatientResource {

    private final Patients patients;

    PatientResource(Patients patients) {
        this.patients = patients;
    }

    @POST
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Idempotent
    @Operation(
            summary = "Register a patient",
            description =
                    "A coverage and appointments come after. Nothing is compared with other patients: look for the name first.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response register(@NotNull(message = "The body is missing") @Valid PatientRequest request) {
        PatientView patient = patients.register(request);
        return EntityTags.created("/api/v1/patients", patient);
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("patients")
    @Operation(
            summary = "Find patients by name and birth date, in the order of their registration",
            description =
                    "Without a filter all of the practice. A name finds how the last or first name begins, in either case of letters.")
    public Page<PatientView> search(
            @QueryParam("name")
                    @Parameter(description = "How the last or first name begins: riv · rivera, an · ana riv")
                    @PlainText
                    @Nullable
                    String name,
            @QueryParam("birthDate") @Parameter(description = "Only those born on this day") @Nullable
                    LocalDate birthDate,
            @BeanParam @Valid PageRequest page) {
        return patients.search(name, birthDate, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("patient")
    @Operation(summary = "Read a patient", description = "The ETag is for a later change with If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The patient",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response find(@PathParam("id") UUID id) {
        return EntityTags.ok(patients.find(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Operation(
            summary = "Change a patient; with If-Match only the version that was read",
            description = "The body replaces all fields. Claims that were already made keep what they said.")
    @APIResponse(
            responseCode = "200",
            description = "The patient",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid PatientRequest request) {
        return EntityTags.ok(patients.change(id, request, ifMatch));
    }
}
