package dev.superbill.payments.report;

import dev.superbill.payments.practice.AsOf;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.platform.access.ReadsPhi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports over HTTP. */
@Path("/api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
class ReportResource {

    private final AgingReport agingReport;
    private final PracticeProfiles practice;

    ReportResource(AgingReport agingReport, PracticeProfiles practice) {
        this.agingReport = agingReport;
        this.practice = practice;
    }

    @GET
    @Path("/aging")
    @RolesAllowed({"billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("aging")
    @Operation(
            summary = "What is owed at the end of a day, by age in days from the service date",
            description = "By payer it ages ar.payer, by patient ar.patient; the total is that account's balance in the"
                    + " trial balance of the same day, whatever part of the debtors is listed. The largest come first;"
                    + " next is the cursor of those who follow.")
    public Aging aging(@BeanParam AsOf asOf, @BeanParam @Valid AgingQuery query) {
        return agingReport.aging(asOf.day(practice.today()), query.by(), query);
    }
}
