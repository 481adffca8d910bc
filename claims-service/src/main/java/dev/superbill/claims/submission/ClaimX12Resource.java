package dev.superbill.claims.submission;

import dev.superbill.platform.access.ReadsPhi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(summary = "The claim's own ST…SE as last written")
    public String x12(@PathParam("id") UUID id) {
        return batches.claimX12(id);
    }
}
