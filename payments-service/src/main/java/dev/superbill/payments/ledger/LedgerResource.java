package dev.superbill.payments.ledger;

import dev.superbill.payments.practice.AsOf;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.Cursor;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The books over HTTP. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LedgerResource {

    private final Ledger ledger;
    private final Balances balances;
    private final Closing closing;
    private final PracticeProfiles practice;

    LedgerResource(Ledger ledger, Balances balances, Closing closing, PracticeProfiles practice) {
        this.ledger = ledger;
        this.balances = balances;
        this.closing = closing;
        this.practice = practice;
    }

    @GET
    @Path("/trial-balance")
    @RolesAllowed({"billing-manager", "practice-manager", "auditor"})
    @Operation(
            summary = "Read the trial balance",
            description = "Every account's debits, credits and balance at the end of a day, closed or not.")
    public TrialBalance trialBalance(@BeanParam AsOf asOf) {
        return balances.trialBalance(asOf.day(practice.today()));
    }

    @GET
    @Path("/entries")
    @RolesAllowed({"billing-manager", "practice-manager", "auditor"})
    @ReadsPhi("ledger entries")
    @Operation(
            summary = "List entries in the order of their posting",
            description = "Those to which every given filter applies: source, account and claim.")
    public Page<EntryView> entries(@BeanParam EntryQuery query, @BeanParam @Valid PageRequest page) {
        return Page.of(
                        ledger.page(
                                query.search(),
                                page.after().map(LedgerResource::sequence).orElse(0L),
                                page.limit() + 1),
                        page.limit(),
                        posted -> Long.toString(posted.sequence()))
                .map(posted -> EntryView.of(posted.entry()));
    }

    @GET
    @Path("/close")
    @RolesAllowed({"billing-manager", "practice-manager", "auditor"})
    @Operation(summary = "Read up to which day the books are closed", description = "Closed days take no entry.")
    public ClosingView closed() {
        return closing.current();
    }

    @POST
    @Path("/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("billing-manager")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Close a day and all before it",
            description = "For ever: what comes late for a closed day posts to the next open one.")
    @APIResponse(
            responseCode = "200",
            description = "Up to which day the books are closed now",
            content = @Content(schema = @Schema(implementation = ClosingView.class)))
    @APIResponse(responseCode = "422", description = "DAY_NOT_OVER: only days before today are closed")
    public ClosingView close(@NotNull(message = "The body is missing") @Valid CloseRequest request) {
        return closing.close(request.through());
    }

    private static long sequence(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }
}
