package dev.superbill.scheduling.patient;

import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    @Operation(summary = "Register a patient")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response register(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PatientRequest.class),
                                            examples =
                                                    @ExampleObject(name = "patient", value = PatientRequest.EXAMPLE)))
                    @NotNull(message = "The body is missing")
                    @Valid
                    PatientRequest request) {
        PatientView patient = patients.register(request);
        return Response.created(URI.create("/api/v1/patients/" + patient.id()))
                .tag(EntityTags.of(patient.version()))
                .entity(patient)
                .build();
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("patients")
    @Operation(summary = "Find patients by name and birth date, in the order of their registration")
    public Page<PatientView> search(
            @QueryParam("name")
                    @Parameter(description = "How the last or first name begins: riv · rivera, an · ana riv")
                    @Pattern(regexp = Text.PRINTABLE, message = Text.NOT_PRINTABLE)
                    @Nullable
                    String name,
            @QueryParam("birthDate") @Nullable LocalDate birthDate,
            @BeanParam @Valid PageRequest page) {
        return patients.search(name, birthDate, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("patient")
    @Operation(summary = "Read a patient")
    @APIResponse(
            responseCode = "200",
            description = "The patient",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response find(@PathParam("id") UUID id) {
        return tagged(patients.find(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Operation(summary = "Change a patient; with If-Match only the version that was read")
    @APIResponse(
            responseCode = "200",
            description = "The patient",
            content = @Content(schema = @Schema(implementation = PatientView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid PatientRequest request) {
        return tagged(patients.change(id, request, ifMatch));
    }

    private static Response tagged(PatientView patient) {
        return Response.ok(patient).tag(EntityTags.of(patient.version())).build();
    }
}
