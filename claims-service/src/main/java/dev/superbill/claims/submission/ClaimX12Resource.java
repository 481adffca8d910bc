package dev.superbill.claims.submission;

import dev.superbill.platform.access.ReadsPhi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A claim as the payer gets it. */
@Path("/api/v1/claims/{id}/x12")
@Tag(name = "Claims")
class ClaimX12Resource {

    private final Batches batches;

    ClaimX12Resource(Batches batches) {
        this.batches = batches;
    }

    @GET
    @Produces(BatchResource.X12)
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("claim as X12")
    @Operation(
            summary = "Read a claim as X12",
            description = "The claim's own ST to SE, as it was last written for its payer, a segment a line.")
    @APIResponse(
            responseCode = "200",
            description = "The transaction set",
            content =
                    @Content(
                            mediaType = BatchResource.X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "claim", value = BatchResource.X12_EXAMPLE)))
    public String x12(@PathParam("id") UUID id) {
        return batches.claimX12(id);
    }
}
