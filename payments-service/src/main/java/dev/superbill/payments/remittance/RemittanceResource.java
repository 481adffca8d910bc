package dev.superbill.payments.remittance;

import dev.superbill.payments.remittance.Remittance.Refusal;
import dev.superbill.platform.access.ReadsPhi;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.Problem;
import dev.superbill.platform.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Remittances (X12 835): sent in, proven, posted. */
@Path("/api/v1/remittances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class RemittanceResource {

    private static final String X12 = "application/edi-x12";

    private static final String EXAMPLE =
            "ISA*00*          *00*          *ZZ*PAYER          *ZZ*MAPLE          *261102*1200*^*00501*000000001*0*P*:~\n"
                    + "GS*HP*PAYER*MAPLE*20261102*1200*1*X*005010X221A1~\nST*835*0001~\n"
                    + "BPR*I*72.6*C*ACH************20261102~\nTRN*1*EFT20261102001*1999999999~\n…\n"
                    + "SE*24*0001~\nGE*1*1~\nIEA*1*000000001~\n";

    private static final List<MediaType> TYPES =
            List.of(MediaType.valueOf(X12), MediaType.APPLICATION_OCTET_STREAM_TYPE, MediaType.TEXT_PLAIN_TYPE);

    private final Remittances remittances;
    private final RemittanceQueries queries;

    RemittanceResource(Remittances remittances, RemittanceQueries queries) {
        this.remittances = remittances;
        this.queries = queries;
    }

    @POST
    @RolesAllowed({"biller", "billing-manager"})
    @Operation(
            summary = "Send a remittance",
            description =
                    "An X12 835 (005010X221A1) of any size, streamed. It is kept byte for byte, proven to the cent"
                            + " and posted claim by claim; what does not add up is held. The same bytes again change nothing.")
    @APIResponse(
            responseCode = "201",
            description = "New; large ones are posted after the answer (status POSTING)",
            content = @Content(schema = @Schema(implementation = RemittanceView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same bytes had come before; the same remittance",
            content = @Content(schema = @Schema(implementation = RemittanceView.class)))
    @APIResponse(responseCode = "415", description = "UNSUPPORTED_MEDIA_TYPE: send it as application/edi-x12")
    @APIResponse(
            responseCode = "422",
            description =
                    "X12_UNREADABLE: not readable as an 835 at all; the file is kept under the problem's instance,"
                            + " and the same bytes have the same answer")
    public Response send(
            @RequestBody(
                            description = "ISA to IEA, as the payer has sent it",
                            content =
                                    @Content(
                                            mediaType = X12,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples = @ExampleObject(name = "remittance", value = EXAMPLE)))
                    InputStream file,
            @Parameter(hidden = true) @RestHeader("Content-Type") @Nullable String type)
            throws IOException {
        checkType(type);
        Remittances.Received received = remittances.upload(file);
        URI location = URI.create("/api/v1/remittances/" + received.remittance().id());
        Refusal refusal = received.remittance().refusal();
        if (refusal != null) {
            throw new ProblemException(refused(refusal, location));
        }
        RemittanceView view = queries.show(received.remittance().id());
        return (received.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(view)
                .build();
    }

    @GET
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "List remittances, the newest first",
            description = "Uploaded and fetched ones, with how far each has come; GET of one shows its transactions.")
    public Page<RemittanceSummary> list(@BeanParam @Valid PageRequest page) {
        return queries.list(page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(
            summary = "Read a remittance",
            description =
                    "With the proof of each of its transactions: claims, provider adjustments and payment, whether"
                            + " they agree to the cent, and why a transaction is held or rejected.")
    @APIResponse(
            responseCode = "200",
            description = "The remittance",
            content = @Content(schema = @Schema(implementation = RemittanceView.class)))
    public RemittanceView get(@Parameter(description = "The remittance's id") @RestPath UUID id) {
        return queries.show(id);
    }

    @GET
    @Path("/{id}/claims")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("remittance claims")
    @Operation(
            summary = "List a remittance's claims",
            description =
                    "What the payer answers to each, in the order of the file, with its proof and what has become of it.")
    public Page<AnsweredClaimView> claims(
            @Parameter(description = "The remittance's id") @RestPath UUID id,
            @Parameter(description = "Only those of the transaction with this ordinal, from 1") @RestQuery @Nullable
                    Integer transaction,
            @Parameter(description = "Only those of which this has become") @RestQuery @Nullable Outcome outcome,
            @BeanParam @Valid PageRequest page) {
        return queries.claims(id, transaction, outcome, page);
    }

    @GET
    @Path("/unapplied-claims")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("unapplied claims")
    @Operation(
            summary = "List answers whose money is unapplied cash",
            description =
                    "The work queue over all remittances. Those whose claim turns up later leave it by themselves.")
    public Page<AnsweredClaimView> unapplied(@BeanParam @Valid PageRequest page) {
        return queries.unapplied(page);
    }

    @GET
    @Path("/unknown-payees")
    @RolesAllowed({"ops", "billing-manager", "auditor"})
    @Operation(
            summary = "List held transactions whose payee no practice owns",
            description = "Fetched from a trading partner; without anything of a patient.")
    public Page<UnknownPayee> unknownPayees(@BeanParam @Valid PageRequest page) {
        return queries.unknownPayees(page);
    }

    @GET
    @Path("/{id}/file")
    @Produces(X12)
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("remittance file")
    @Operation(summary = "Read a remittance's file", description = "The original bytes, as they came.")
    @APIResponse(
            responseCode = "403",
            description =
                    "FORBIDDEN: not for your role; FILE_OF_SEVERAL_PRACTICES: other practices' patients are in it")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = X12,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "remittance", value = EXAMPLE)))
    public Response file(@Parameter(description = "The remittance's id") @RestPath UUID id) {
        return Response.ok(remittances.open(id), X12)
                .header("Content-Length", remittances.get(id).bytes())
                .build();
    }

    /** Not by {@code @Consumes}, which would tell a caller without a token what we read (401 comes first). */
    private static void checkType(@Nullable String type) {
        if (type != null && TYPES.stream().noneMatch(known -> known.isCompatible(MediaType.valueOf(type)))) {
            throw ProblemException.of(415, "UNSUPPORTED_MEDIA_TYPE", "Send the file as " + X12);
        }
    }

    private static Problem refused(Refusal refusal, URI instance) {
        Problem.Fault fault = new Problem.Fault(
                null,
                refusal.segment().isEmpty() ? null : refusal.segment(),
                refusal.position(),
                refusal.message(),
                refusal.action());
        Problem problem = ProblemException.problem(422, "X12_UNREADABLE", refusal.message(), List.of(fault));
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                instance.getPath(),
                problem.errors());
    }
}
