package dev.superbill.payments.exception;

import dev.superbill.platform.idempotency.Idempotent;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a person has to decide about remittances. */
@Path("/api/v1/exceptions")
@Tag(name = "Exceptions")
class ExceptionResource {

    /**
     * A decision.
     *
     * @param reason why, in the person's words; kept with the decision
     */
    @Schema(name = "Decision", examples = """
            {"reason": "The payer has confirmed the amount by telephone"}""")
    record Decision(
            @NotBlank(message = "Say why") @Size(max = 500) String reason) {}

    private final Exceptions exceptions;

    ExceptionResource(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @GET
    @RolesAllowed({"billing-manager", "auditor"})
    @Operation(
            summary = "List exceptions in the order of their opening",
            description = "What a person has to decide about remittances, and what was decided.")
    public Page<PostingException> list(
            @Parameter(description = "Only those that are so far; all when absent") @RestQuery @Nullable
                    ExceptionStatus status,
            @BeanParam @Valid PageRequest page) {
        return Page.of(
                exceptions.list(status, page.afterId().orElse(null), page.limit() + 1),
                page.limit(),
                exception -> exception.id().toString());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"billing-manager", "auditor"})
    @Operation(summary = "Read an exception", description = "What is at stake, why, and what was decided.")
    @APIResponse(
            responseCode = "200",
            description = "The exception",
            content = @Content(schema = @Schema(implementation = PostingException.class)))
    public PostingException get(@Parameter(description = "The exception's id") @RestPath UUID id) {
        return exceptions.get(id);
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed("billing-manager")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Accept an exception: post it as it was sent",
            description = "A held transaction posts with its difference in suspense; a held claim posts and what is not"
                    + " explained stays with the payer; a reversal stays on the books; a write-off is completed. The same"
                    + " decision again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The exception as it is decided",
            content = @Content(schema = @Schema(implementation = PostingException.class)))
    @APIResponse(
            responseCode = "409",
            description = "EXCEPTION_CLOSED: it was decided otherwise, or a later document has closed it;"
                    + " ALREADY_POSTED: the same payment is on the books")
    public PostingException accept(
            @Parameter(description = "The exception's id") @RestPath UUID id, @NotNull @Valid Decision decision) {
        return exceptions.decide(id, ExceptionStatus.ACCEPTED, decision.reason());
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("billing-manager")
    @Idempotent
    @Transactional
    @Operation(
            summary = "Reject an exception: do not post it",
            description =
                    "A held transaction posts nothing; the money of a held claim or of a reversal becomes unapplied"
                            + " cash; a write-off stays with the payer.")
    @APIResponse(
            responseCode = "200",
            description = "The exception as it is decided",
            content = @Content(schema = @Schema(implementation = PostingException.class)))
    @APIResponse(
            responseCode = "409",
            description = "EXCEPTION_CLOSED: it was decided otherwise, or a later document has closed it")
    public PostingException reject(
            @Parameter(description = "The exception's id") @RestPath UUID id, @NotNull @Valid Decision decision) {
        return exceptions.decide(id, ExceptionStatus.REJECTED, decision.reason());
    }
}
