package dev.superbill.claims.submission.partner;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trading partners over HTTP: all the wiring that another clearinghouse needs. */
@Path("/api/v1/trading-partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Trading partners")
class TradingPartnerResource {

    private final TradingPartners partners;

    TradingPartnerResource(TradingPartners partners) {
        this.partners = partners;
    }

    @POST
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Idempotent
    @Operation(
            summary = "Wire a clearinghouse",
            description =
                    "All that a further clearinghouse needs. The user of its SFTP server is the submitter's id, the "
                            + "private key is configured.")
    @APIResponse(
            responseCode = "201",
            description = "Wired: batches may go to it, and its folder is looked into",
            content = @Content(schema = @Schema(implementation = TradingPartnerView.class)))
    @APIResponse(
            responseCode = "409",
            description = "PAYER_ASSIGNED: a payer of payerIds is reached through another trading partner")
    public Response make(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TradingPartnerRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "clearinghouse",
                                                            value = TradingPartnerRequest.EXAMPLE)))
                    @NotNull(message = "The body is missing")
                    @Valid
                    TradingPartnerRequest request) {
        TradingPartnerView partner = partners.make(request);
        return Response.created(URI.create("/api/v1/trading-partners/" + partner.id()))
                .tag(EntityTags.of(partner.version()))
                .entity(partner)
                .build();
    }

    @GET
    @RolesAllowed({"biller", "billing-manager", "practice-manager", "auditor"})
    @Operation(
            summary = "List trading partners in the order of their making",
            description = "All to which the practice sends.")
    public Page<TradingPartnerView> list(@BeanParam @Valid PageRequest page) {
        return partners.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager", "practice-manager", "auditor"})
    @Operation(summary = "Read a trading partner", description = "The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The trading partner",
            content = @Content(schema = @Schema(implementation = TradingPartnerView.class)))
    public Response find(@PathParam("id") UUID id) {
        return tagged(partners.find(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Operation(
            summary = "Change a trading partner",
            description = "What is sent and fetched from now on goes by the new wiring.")
    @APIResponse(
            responseCode = "200",
            description = "The trading partner",
            content = @Content(schema = @Schema(implementation = TradingPartnerView.class)))
    @APIResponse(
            responseCode = "409",
            description = "PAYER_ASSIGNED: a payer of payerIds is reached through another trading partner")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TradingPartnerRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "clearinghouse",
                                                            value = TradingPartnerRequest.EXAMPLE)))
                    @NotNull(message = "The body is missing")
                    @Valid
                    TradingPartnerRequest request) {
        return tagged(partners.change(id, request, ifMatch));
    }

    private static Response tagged(TradingPartnerView partner) {
        return Response.ok(partner).tag(EntityTags.of(partner.version())).build();
    }
}
