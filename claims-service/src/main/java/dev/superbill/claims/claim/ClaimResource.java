package dev.superbill.claims.claim;

import dev.superbill.claims.QueryValues;
import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Claims and what a biller does with them. */
@Path("/api/v1/claims")
@Tag(name = "Claims", description = "Encounters billed to payers")
class ClaimResource {

    private static final UUID FIRST = new UUID(0, 0);

    /** Why a claim is replaced or voided. */
    @Schema(examples = "{\"reason\": \"modifier 25 was missing\"}")
    record Reason(
            @Nullable @Size(max = 200, message = "A reason has at most 200 characters")
            String reason) {

        static @Nullable String of(@Nullable Reason body) {
            return body == null ? null : body.reason();
        }
    }

    private final ClaimRepository repository;
    private final ClaimDesk desk;

    ClaimResource(ClaimRepository repository, ClaimDesk desk) {
        this.repository = repository;
        this.desk = desk;
    }

    @GET
    @Transactional
    @ReadsPhi("claims")
    @RolesAllowed({"biller", "billing-manager", "practice-manager", "front-desk", "provider", "auditor"})
    @Operation(
            summary = "List claims in the order of their making",
            description =
                    "All filters narrow. Amounts that are paid, adjusted and owed come from the books and follow a "
                            + "posting within moments.")
    public Page<ClaimView> list(
            @Parameter(description = "A status, such as HELD") @RestQuery @Nullable String status,
            @Parameter(description = "A payer's id") @RestQuery @Nullable String payer,
            @Parameter(description = "A patient's id") @RestQuery @Nullable String patient,
            @Parameter(description = "An encounter's id") @RestQuery @Nullable String encounter,
            @BeanParam @Valid PageRequest page) {
        return Page.of(
                        repository.page(
                                QueryValues.oneOf(ClaimStatus.class, "status", status),
                                QueryValues.id("payer", payer),
                                QueryValues.id("patient", patient),
                                QueryValues.id("encounter", encounter),
                                page.afterId().orElse(FIRST),
                                page.limit() + 1),
                        page.limit(),
                        claim -> claim.id().toString())
                .map(ClaimView::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @ReadsPhi("claim")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "Read a claim",
            description =
                    "Its lines, what the scrubber found, its whole history with who, when and why, and its balances. "
                            + "The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The claim",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    public Response get(@RestPath UUID id) {
        return answer(Response.ok(), desk.get(id));
    }

    @POST
    @Path("/{id}/scrub")
    @Transactional
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Scrub a claim again",
            description =
                    "For a claim that is not with the payer. It becomes SCRUBBED or HELD; a rejected one may be sent "
                            + "again after it. Claims are scrubbed by themselves when patient, coverage, payer or provider change.")
    @APIResponse(
            responseCode = "200",
            description = "The claim with its edits",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(
            responseCode = "409",
            description = "CLAIM_SENT: the claim is with the payer, the code names its state")
    public Response scrub(@RestPath UUID id) {
        return answer(Response.ok(), desk.scrub(id));
    }

    @POST
    @Path("/{id}/replace")
    @Idempotent
    @Transactional
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Replace a decided claim",
            description =
                    "Makes the claim of frequency 7 that takes its place at the payer and names its claim control "
                            + "number (REF*F8). Code the encounter anew before the replacement is batched.")
    @APIResponseSchema(value = ClaimView.class, responseDescription = "The replacement", responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "CLAIM_SENT: only what the payer has decided is replaced, the code names the state")
    public Response replace(@RestPath UUID id, @Nullable @Valid Reason body) {
        return created(desk.succeed(id, Frequency.REPLACEMENT, Reason.of(body)));
    }

    @POST
    @Path("/{id}/void")
    @Idempotent
    @Transactional
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Void a decided claim",
            description =
                    "Makes the claim of frequency 8 that withdraws it at the payer and names its claim control number "
                            + "(REF*F8). The charge goes off the books.")
    @APIResponseSchema(value = ClaimView.class, responseDescription = "The void", responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "CLAIM_SENT: only what the payer has decided is voided, the code names the state")
    public Response withdraw(@RestPath UUID id, @Nullable @Valid Reason body) {
        return created(desk.succeed(id, Frequency.VOID, Reason.of(body)));
    }

    private static Response created(Claim claim) {
        return answer(Response.created(URI.create("/api/v1/claims/" + claim.id())), claim);
    }

    private static Response answer(Response.ResponseBuilder response, Claim claim) {
        return response.tag(EntityTags.of(claim.version()))
                .entity(ClaimView.of(claim))
                .build();
    }
}
