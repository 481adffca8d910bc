package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.QueryValues;
import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.Problem;
import dev.superbill.platform.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Acknowledgements and follow-ups over HTTP. */
@Path("/api/v1/acknowledgements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Acknowledgements")
class AcknowledgementResource {

    private static final String X12 = "application/edi-x12";

    private final Acknowledgements acknowledgements;
    private final FollowUps followUps;

    AcknowledgementResource(Acknowledgements acknowledgements, FollowUps followUps) {
        this.acknowledgements = acknowledgements;
        this.followUps = followUps;
    }

    /**
     * Why a person closes a follow-up.
     *
     * @param reason what was done
     */
    @Schema(examples = "{\"reason\": \"called the payer, the claim is in process\"}")
    record Closing(@Nullable String reason) {}

    @POST
    @Consumes({X12, MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Upload a TA1, 999 or 277CA that did not come over SFTP",
            description =
                    "The bytes are kept, then understood. The same bytes again are answered with the first result.")
    @APIResponse(
            responseCode = "201",
            description = "Understood",
            content = @Content(schema = @Schema(implementation = AcknowledgementView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same bytes as before: nothing has moved",
            content = @Content(schema = @Schema(implementation = AcknowledgementView.class)))
    @APIResponse(
            responseCode = "422",
            description = "UNREADABLE_ACKNOWLEDGEMENT: kept, but neither TA1 nor 999 nor 277CA can be read from it")
    public Response receive(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = X12,
                                            examples =
                                                    @ExampleObject(
                                                            name = "TA1",
                                                            value = AcknowledgementView.X12_EXAMPLE)))
                    byte[] content) {
        Acknowledgements.Received received = acknowledgements.receive(content == null ? new byte[0] : content);
        AcknowledgementView view = received.view();
        URI address = URI.create("/api/v1/acknowledgements/" + view.id());
        if (view.outcome() == Outcome.UNREADABLE) {
            throw unreadable(view, address);
        }
        return received.isNew()
                ? Response.created(address).entity(view).build()
                : Response.ok(view).location(address).build();
    }

    @GET
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "List acknowledgements in the order of their coming",
            description = "By SFTP and uploaded, each with the claims that it moved.")
    public Page<AcknowledgementView> list(@BeanParam @Valid PageRequest page) {
        return acknowledgements.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("acknowledgement")
    @Operation(
            summary = "Read an acknowledgement",
            description =
                    "What it says, which claims it moved, of which it speaks without moving them, and what in it we "
                            + "have not sent.")
    @APIResponse(
            responseCode = "200",
            description = "The acknowledgement",
            content = @Content(schema = @Schema(implementation = AcknowledgementView.class)))
    public AcknowledgementView find(@PathParam("id") UUID id) {
        return acknowledgements.find(id);
    }

    @GET
    @Path("/{id}/x12")
    @Produces(X12)
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("acknowledgement as X12")
    @Operation(summary = "Read an acknowledgement as X12", description = "The file byte for byte as it came.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "TA1", value = AcknowledgementView.X12_EXAMPLE)))
    public byte[] x12(@PathParam("id") UUID id) {
        return acknowledgements.x12(id);
    }

    @GET
    @Path("/follow-ups")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "List what needs a person",
            description = "Answers to look at, and answers that did not come: a batch without a 999, a claim without a "
                    + "277CA, an accepted claim without an 835.")
    public Page<FollowUpView> followUps(
            @Parameter(description = "OPEN or DONE") @QueryParam("status") @DefaultValue("OPEN") String status,
            @BeanParam @Valid PageRequest page) {
        FollowUp.Status asked = QueryValues.oneOf(FollowUp.Status.class, "status", status);
        return followUps.list(asked == null ? FollowUp.Status.OPEN : asked, page);
    }

    @POST
    @Path("/follow-ups/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Close a follow-up",
            description = "Notes that it is done, by whom and how. Closing what is closed changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The follow-up, done",
            content = @Content(schema = @Schema(implementation = FollowUpView.class)))
    public FollowUpView close(@PathParam("id") UUID id, @Nullable Closing closing) {
        return followUps.close(id, closing == null ? null : closing.reason());
    }

    private static ProblemException unreadable(AcknowledgementView view, URI address) {
        Problem problem = ProblemException.problem(
                422,
                "UNREADABLE_ACKNOWLEDGEMENT",
                view.fault(),
                List.of(Problem.Fault.ofSegment(
                        "ISA", 1, "" + view.fault(), "Ask the partner to send the file again")));
        return new ProblemException(new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                address.toString(),
                problem.errors()));
    }
}
