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
    record Decision(
            @NotBlank(message = "Say why") @Size(max = 500) String reason) {}

    private final Exceptions exceptions;

    ExceptionResource(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @GET
    @RolesAllowed({"billing-manager", "auditor"})
    @Operation(summary = "What is to decide, and what was decided")
    public Page<PostingException> list(
            @RestQuery @Nullable ExceptionStatus status, @BeanParam @Valid PageRequest page) {
        return Page.of(
                exceptions.list(status, page.afterId().orElse(null), page.limit() + 1),
                page.limit(),
                exception -> exception.id().toString());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"billing-manager", "auditor"})
    @Operation(summary = "One exception")
    public PostingException get(@RestPath UUID id) {
        return exceptions.get(id);
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed("billing-manager")
    @Idempotent
    @Transactional
    @Operation(summary = "Post it as it was sent")
    public PostingException accept(@RestPath UUID id, @NotNull @Valid Decision decision) {
        return exceptions.decide(id, ExceptionStatus.ACCEPTED, decision.reason());
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("billing-manager")
    @Idempotent
    @Transactional
    @Operation(summary = "Do not post it")
    public PostingException reject(@RestPath UUID id, @NotNull @Valid Decision decision) {
        return exceptions.decide(id, ExceptionStatus.REJECTED, decision.reason());
    }
}
