package dev.superbill.claims.payer;

import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The payers of a practice. */
@Path("/api/v1/payers")
@Tag(name = "Payers", description = "Who is billed")
class PayerResource {

    private static final UUID FIRST = new UUID(0, 0);

    /** A payer as it is sent in. */
    @Schema(examples = """
                    {"payerIdentifier": "60054", "name": "Evergreen Health", "claimFilingIndicator": "CI", "timelyFilingDays": 180}""")
    record PayerBody(
            @NotBlank(message = "A payer has an identifier at the clearinghouse")
            @Size(min = 2, max = 80, message = "A payer identifier has 2 to 80 characters")
            String payerIdentifier,

            @NotBlank(message = "A payer has a name") @Size(max = 60, message = "A name has at most 60 characters")
            String name,

            @NotNull(message = "A claim filing indicator is needed (SBR09)")
            @Pattern(regexp = "[A-Z0-9]{2}", message = "A claim filing indicator has two characters (SBR09)")
            String claimFilingIndicator,

            @NotNull(message = "The days within which a claim must arrive are needed")
            @Min(value = 1, message = "A filing limit is 1 day or more")
            @Max(value = 3650, message = "A filing limit is at most 3650 days")
            Integer timelyFilingDays) {}

    private final Payers payers;

    PayerResource(Payers payers) {
        this.payers = payers;
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Operation(
            summary = "Register a payer",
            description = "Under the identifier that the clearinghouse knows it by. Coverages name it by its id.")
    @APIResponseSchema(value = Payer.class, responseDescription = "Registered", responseCode = "201")
    @APIResponse(responseCode = "409", description = "PAYER_EXISTS: there is a payer with this identifier")
    public Response create(@NotNull @Valid PayerBody body) {
        PayerRow row = payers.create(
                body.payerIdentifier().strip(),
                body.name().strip(),
                body.claimFilingIndicator(),
                body.timelyFilingDays());
        return answer(Response.created(URI.create("/api/v1/payers/" + row.id())), row);
    }

    @GET
    @Transactional
    @RolesAllowed({"billing-manager", "practice-manager", "biller", "front-desk", "provider", "auditor"})
    @Operation(summary = "List payers in the order of their making", description = "All that the practice bills.")
    public Page<Payer> list(@BeanParam @Valid PageRequest page) {
        return Page.of(
                payers.after(page.afterId().orElse(FIRST), page.limit() + 1).stream()
                        .map(PayerRow::toPayer)
                        .toList(),
                page.limit(),
                payer -> payer.id().toString());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"billing-manager", "practice-manager", "biller", "front-desk", "provider", "auditor"})
    @Operation(summary = "Read a payer", description = "The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The payer",
            content = @Content(schema = @Schema(implementation = Payer.class)))
    public Response get(@RestPath UUID id) {
        return answer(Response.ok(), payers.get(id));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Operation(
            summary = "Change a payer",
            description = "All but its identifier, which stays. Held claims of the payer are scrubbed again.")
    @APIResponse(
            responseCode = "200",
            description = "The payer as it is now",
            content = @Content(schema = @Schema(implementation = Payer.class)))
    public Response change(
            @RestPath UUID id, @Nullable @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PayerBody body) {
        return answer(
                Response.ok(),
                payers.change(id, body.name().strip(), body.claimFilingIndicator(), body.timelyFilingDays(), ifMatch));
    }

    private static Response answer(Response.ResponseBuilder response, PayerRow row) {
        return response.tag(EntityTags.of(row.version())).entity(row.toPayer()).build();
    }
}
