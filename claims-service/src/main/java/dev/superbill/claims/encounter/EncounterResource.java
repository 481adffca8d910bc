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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    @Schema(name = "TakenEncounter")
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
    @Operation(summary = "Take a coded visit in and bill it; the same externalId again is the same encounter")
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
    @Operation(summary = "Take many coded visits in, one a line; answered line by line {line, id | problem}")
    @RequestBody(content = @Content(mediaType = NDJSON, schema = @Schema(implementation = NewEncounter.class)))
    public StreamingOutput createMany(InputStream body) {
        return bulk.take(body);
    }

    @GET
    @Transactional
    @ReadsPhi("encounters")
    @RolesAllowed({"biller", "billing-manager", "provider", "practice-manager", "front-desk", "auditor"})
    @Operation(summary = "Encounters in the order of their making; status OPEN is the queue to code")
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
    @RolesAllowed({"biller", "billing-manager", "provider", "practice-manager", "auditor"})
    @Operation(summary = "An encounter")
    public Response get(@RestPath UUID id) {
        Encounter encounter = encounters.get(id);
        return Response.ok(EncounterView.of(encounter, encounters.claimIds(encounter)))
                .tag(EntityTags.of(encounter.version()))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(summary = "Code an encounter, or code it anew; a rejected claim is corrected by this")
    public Response code(
            @RestPath UUID id, @Nullable @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewEncounter body) {
        Encounter encounter = encounters.get(id);
        EntityTags.check(ifMatch, encounter.version());
        EncounterView view = encounters.code(encounter, body);
        repository.flush();
        return Response.ok(view).tag(EntityTags.of(encounter.version())).build();
    }
}
