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
import org.eclipse.microprofile.openapi.annotations.media.Content;
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
    @Operation(summary = "Send a remittance: it is kept, proven and posted; of any size, streamed")
    @APIResponse(responseCode = "201", description = "New; large ones are posted after the answer (status POSTING)")
    @APIResponse(responseCode = "200", description = "The same bytes had come before; the same remittance")
    @APIResponse(responseCode = "422", description = "Not readable as an 835; the file is kept under the instance")
    public Response send(
            @RequestBody(content = @Content(mediaType = X12)) InputStream file,
            @RestHeader("Content-Type") @Nullable String type)
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
    @Operation(summary = "Remittances, the newest first")
    public Page<RemittanceView> list(@BeanParam @Valid PageRequest page) {
        return Page.of(
                        remittances.list(page.afterId().orElse(null), page.limit() + 1),
                        page.limit(),
                        remittance -> remittance.id().toString())
                .map(remittance -> queries.show(remittance.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @Operation(summary = "A remittance with the proof of each of its transactions")
    public RemittanceView get(@RestPath UUID id) {
        return queries.show(id);
    }

    @GET
    @Path("/{id}/claims")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("remittance claims")
    @Operation(summary = "What the payer answers to each claim, with its proof")
    public Page<AnsweredClaimView> claims(
            @RestPath UUID id,
            @RestQuery @Nullable Integer transaction,
            @RestQuery @Nullable Outcome outcome,
            @BeanParam @Valid PageRequest page) {
        return queries.claims(id, transaction, outcome, page);
    }

    @GET
    @Path("/unapplied-claims")
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("unapplied claims")
    @Operation(summary = "Answers whose money is unapplied cash: the work queue over all remittances")
    public Page<AnsweredClaimView> unapplied(@BeanParam @Valid PageRequest page) {
        return queries.unapplied(page);
    }

    @GET
    @Path("/{id}/file")
    @Produces(X12)
    @RolesAllowed({"biller", "billing-manager", "auditor"})
    @ReadsPhi("remittance file")
    @Operation(summary = "The original bytes")
    public Response file(@RestPath UUID id) {
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
