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
    @APIResponse(responseCode = "200", description = "The same bytes as before: nothing has moved")
    @APIResponse(responseCode = "422", description = "Kept, but neither TA1 nor 999 nor 277CA can be read from it")
    public Response receive(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = X12,
                                            examples =
                                                    @ExampleObject(name = "TA1", value = AcknowledgementView.EXAMPLE)))
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
    @Operation(summary = "List acknowledgements in the order of their coming")
    public Page<AcknowledgementView> list(@BeanParam @Valid PageRequest page) {
        return acknowledgements.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("acknowledgement")
    @Operation(summary = "Read an acknowledgement: what it says and what it moved")
    public AcknowledgementView find(@PathParam("id") UUID id) {
        return acknowledgements.find(id);
    }

    @GET
    @Path("/{id}/x12")
    @Produces(X12)
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("acknowledgement as X12")
    @Operation(summary = "The file as it came")
    public byte[] x12(@PathParam("id") UUID id) {
        return acknowledgements.x12(id);
    }

    @GET
    @Path("/follow-ups")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(summary = "List what needs a person: answers to look at, and answers that did not come")
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
    @Operation(summary = "Note that a follow-up is done")
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
