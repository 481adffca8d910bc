package dev.superbill.scheduling.coverage;

import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.scheduling.patient.Patients;
import dev.superbill.scheduling.payer.Payers;
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

/** Coverages over HTTP. */
@Path("/api/v1/patients/{patientId}/coverages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Coverages")
class CoverageResource {

    private final Coverages coverages;
    private final Patients patients;
    private final Payers payers;

    CoverageResource(Coverages coverages, Patients patients, Payers payers) {
        this.coverages = coverages;
        this.patients = patients;
        this.payers = payers;
    }

    @POST
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Idempotent
    @Operation(
            summary = "Enter a patient's coverage",
            description =
                    "One coverage of a rank at a time: end the earlier one first. The subscriber is left out where the policy is the patient's own.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = CoverageView.class)))
    @APIResponse(responseCode = "409", description = "COVERAGE_OVERLAPS: another of the same rank holds on those days")
    @APIResponse(
            responseCode = "404",
            description = "PAYER_UNKNOWN: no such payer, or another practice's; NOT_FOUND likewise")
    public Response enter(
            @PathParam("patientId") @Parameter(description = "The patient's id") UUID patientId,
            @NotNull(message = "The body is missing") @Valid CoverageRequest request) {
        patients.require(patientId);
        payers.awaitKnown(request.checked().payerId());
        CoverageView coverage = coverages.enter(patientId, request);
        return EntityTags.created("/api/v1/patients/" + patientId + "/coverages", coverage);
    }

    @GET
    @RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("coverages")
    @Operation(
            summary = "List a patient's coverages, all or those of a day",
            description =
                    "In the order of their entry; claims of a day are made for the coverages that hold on it, by rank.")
    public Page<CoverageView> list(
            @PathParam("patientId") @Parameter(description = "The patient's id") UUID patientId,
            @QueryParam("on") @Parameter(description = "Only those that hold on this day") @Nullable LocalDate on,
            @BeanParam @Valid PageRequest page) {
        return coverages.of(patientId, on, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("coverage")
    @Operation(summary = "Read a coverage", description = "The ETag is for a later change with If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The coverage",
            content = @Content(schema = @Schema(implementation = CoverageView.class)))
    public Response find(
            @PathParam("patientId") @Parameter(description = "The patient's id") UUID patientId,
            @PathParam("id") UUID id) {
        return EntityTags.ok(coverages.find(patientId, id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"front-desk", "biller", "practice-manager"})
    @Operation(
            summary = "Change a coverage, such as its last covered day; with If-Match only the version that was read",
            description = "The body replaces all fields.")
    @APIResponse(
            responseCode = "200",
            description = "The coverage",
            content = @Content(schema = @Schema(implementation = CoverageView.class)))
    public Response change(
            @PathParam("patientId") @Parameter(description = "The patient's id") UUID patientId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "The body is missing") @Valid CoverageRequest request) {
        patients.require(patientId);
        payers.awaitKnown(request.payerId());
        return EntityTags.ok(coverages.change(patientId, id, request, ifMatch));
    }
}
