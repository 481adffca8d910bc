package dev.superbill.claims.submission;

import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Batches over HTTP. */
@Path("/api/v1/batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Batches")
class BatchResource {

    /** The media type of X12 files. */
    static final String X12 = "application/edi-x12";

    static final String X12_EXAMPLE =
            "ST*837*000000044*005010X222A1~\nBHT*0019*00*0000000120000000442FC75A14*20261124*0930*CH~\n";

    private final Batches batches;

    BatchResource(Batches batches) {
        this.batches = batches;
    }

    @POST
    @RolesAllowed({"biller", "billing-manager"})
    @Idempotent
    @Transactional
    @Operation(
            summary = "Put all clean claims into a batch",
            description = "The interchange is written and kept at once, and sent by itself within seconds. Claims that "
                    + "cannot be written are held. A batch without claims is EMPTY and sends nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Built",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such payer or trading partner")
    @APIResponse(
            responseCode = "422",
            description =
                    "TRADING_PARTNER_MISSING: there is none to send to; PRACTICE_MISSING and PRACTICE_CONTACT_MISSING "
                            + "where the billing provider is not registered with a contact")
    public Response build(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = BatchRequest.class),
                                            examples = @ExampleObject(name = "all", value = BatchRequest.EXAMPLE)))
                    @Valid
                    @Nullable
                    BatchRequest request) {
        BatchView batch = batches.build(request);
        return Response.created(URI.create("/api/v1/batches/" + batch.id()))
                .tag(EntityTags.of(batch.version()))
                .entity(batch)
                .build();
    }

    @GET
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "List batches in the order of their making",
            description = "Each with its claims and the answers to it.")
    public Page<BatchView> list(@BeanParam @Valid PageRequest page) {
        return batches.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "Read a batch",
            description = "How far it has come, why sending has failed where it has, and what came back.")
    @APIResponse(
            responseCode = "200",
            description = "The batch",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    public BatchView find(@PathParam("id") UUID id) {
        return batches.find(id);
    }

    @POST
    @Path("/{id}/send")
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Send a batch again now",
            description =
                    "Without waiting for the next attempt after a failure. The file's name is the same each time, so "
                            + "that the partner never has it twice.")
    @APIResponse(
            responseCode = "200",
            description = "The batch, to be sent",
            content = @Content(schema = @Schema(implementation = BatchView.class)))
    @APIResponse(responseCode = "409", description = "NOTHING_TO_SEND: the batch has been sent or is empty")
    public BatchView retry(@PathParam("id") UUID id) {
        return batches.retry(id);
    }

    @GET
    @Path("/{id}/x12")
    @Produces(X12)
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("batch as X12")
    @Operation(
            summary = "Read a batch as X12",
            description = "The interchange byte for byte as it is sent, ISA to IEA.")
    @APIResponse(
            responseCode = "200",
            description = "The interchange",
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "interchange", value = X12_EXAMPLE)))
    public byte[] x12(@PathParam("id") UUID id) {
        return batches.x12(id);
    }
}
