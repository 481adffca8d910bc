package dev.superbill.claims.encounter;

import dev.superbill.claims.QueryValues;
import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Visits ready to bill. */
@Path("/api/v1/encounters")
@Tag(name = "Encounters", description = "Visits that become claims")
class EncounterResource {

    static final String NDJSON = "application/x-ndjson";

    private static final UUID FIRST = new UUID(0, 0);

    /** What a new encounter is answered with. */
    @Schema(name = "TakenEncounter", examples = """
        {"id": "019a8f0e-7c1d-7000-8000-000000000011", "claimIds": ["019a8f0e-7c1d-7000-8000-000000000010"]}\
        """)
    record TakenView(UUID id, List<UUID> claimIds) {}

    private final Encounters encounters;
    private final EncounterRepository repository;
    private final BulkEncounters bulk;

    EncounterResource(Encounters encounters, EncounterRepository repository, BulkEncounters bulk) {
        this.encounters = encounters;
        this.repository = repository;
        this.bulk = bulk;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Take a coded visit in and bill it",
            description =
                    "Makes a claim to the primary payer of the day, or several when there are more than 50 lines, and"
                            + " scrubs it. The same externalId again is the same encounter. With selfPay nobody is billed:"
                            + " there is no claim, and the patient is charged. A patient or provider that was made a"
                            + " moment ago is waited for.")
    @APIResponseSchema(value = TakenView.class, responseDescription = "Taken in", responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "The externalId was taken in before: this is that encounter",
            content = @Content(schema = @Schema(implementation = TakenView.class)))
    @APIResponse(
            responseCode = "409",
            description = "TAKEN_MEANWHILE: the same encounter is being taken in by another request, repeat it; "
                    + "CLAIM_NOT_MENDABLE where it was open and its claim is with the payer")
    @APIResponse(
            responseCode = "404",
            description = "PATIENT_UNKNOWN: no such patient, or another practice's; PROVIDER_UNKNOWN likewise")
    @APIResponse(responseCode = "422", description = "PATIENT_DIFFERS: the open encounter is another patient's")
    public Response create(@NotNull @Valid NewEncounter body) {
        Encounters.Taken taken = encounters.take(body);
        URI location = URI.create("/api/v1/encounters/" + taken.id());
        return (taken.made() ? Response.created(location) : Response.ok().location(location))
                .entity(new TakenView(taken.id(), taken.claimIds()))
                .build();
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Take many coded visits in, one a line",
            description =
                    "Answered line by line in the order of the body: {line, id} or {line, problem}. A bad line spoils "
                            + "no other. The body is read as it comes, of any length.")
    @APIResponse(
            responseCode = "200",
            description = "An answer for each line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = BulkEncounters.Answer.class),
                            examples =
                                    @ExampleObject(
                                            name = "answers",
                                            value = "{\"line\": 1, \"id\": \"019a8f0e-7c1d-7000-8000-000000000011\"}")))
    @RequestBody(content = @Content(mediaType = NDJSON, schema = @Schema(implementation = NewEncounter.class)))
    public StreamingOutput createMany(InputStream body) {
        return bulk.take(body);
    }

    @GET
    @Transactional
    @ReadsPhi("encounters")
    @RolesAllowed({"biller", "billing-manager", "provider", "practice-manager", "front-desk", "auditor"})
    @Operation(
            summary = "List encounters in the order of their making",
            description = "Status OPEN is the queue to code: visits that were checked out and are not coded yet.")
    public Page<EncounterView> list(
            @Parameter(description = "OPEN or CODED") @RestQuery @Nullable String status,
            @BeanParam @Valid PageRequest page) {
        List<Encounter> rows = repository.page(
                QueryValues.oneOf(EncounterStatus.class, "status", status),
                page.afterId().orElse(FIRST),
                page.limit() + 1);
        Map<UUID, List<UUID>> claimIds = encounters.claimIds(rows);
        return Page.of(rows, page.limit(), encounter -> encounter.id().toString())
                .map(encounter -> EncounterView.of(encounter, claimIds.getOrDefault(encounter.id(), List.of())));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @ReadsPhi("encounter")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(summary = "Read an encounter", description = "As it was coded last. The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The encounter",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    public Response get(@RestPath UUID id) {
        Encounter encounter = encounters.get(id);
        return Response.ok(EncounterView.of(encounter, encounters.claimIds(encounter)))
                .tag(EntityTags.of(encounter.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Code an encounter, or code it anew",
            description =
                    "Its claims are made or changed and scrubbed. A held or rejected claim is corrected by this; one "
                            + "that is with the payer is not changed any more.")
    @APIResponse(
            responseCode = "200",
            description = "The encounter as it is now",
            content = @Content(schema = @Schema(implementation = EncounterView.class)))
    @APIResponse(
            responseCode = "409",
            description = "CLAIM_NOT_MENDABLE: a claim of the encounter is with the payer or decided")
    @APIResponse(responseCode = "422", description = "PATIENT_DIFFERS: the encounter is another patient's")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: no such encounter; PATIENT_UNKNOWN, PROVIDER_UNKNOWN where the body names none")
    public Response code(
            @RestPath UUID id, @Nullable @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewEncounter body) {
        Encounters.Recoded coded = encounters.code(id, ifMatch, body);
        return Response.ok(coded.view()).tag(EntityTags.of(coded.version())).build();
    }
}
