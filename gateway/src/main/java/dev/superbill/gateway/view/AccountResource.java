package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.superbill.gateway.routing.Destination;
import dev.superbill.gateway.view.AccountView.Balance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The account of a patient, composed of three services' answers. */
@Path("/api/v1/patients/{id}/account")
@RolesAllowed({"front-desk", "biller", "billing-manager", "practice-manager", "auditor"})
@Tag(name = "views")
class AccountResource {

    private static final int MOST = 500;
    private static final JsonNode NOTHING_OWED = JsonNodeFactory.instance.objectNode();

    private final SchedulingService scheduling;
    private final ClaimsService claims;
    private final PaymentsService payments;
    private final Parts parts;

    AccountResource(
            @RestClient SchedulingService scheduling,
            @RestClient ClaimsService claims,
            @RestClient PaymentsService payments,
            Parts parts) {
        this.scheduling = scheduling;
        this.claims = claims;
        this.payments = payments;
        this.parts = parts;
    }

    @GET
    @Operation(
            summary = "A patient's account: coverages, visits, claims and balances",
            description = "A service that does not answer is named in missing, and the rest is shown.")
    public Uni<AccountView> account(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) String token) {
        Set<String> missing = new ConcurrentSkipListSet<>();
        return Uni.combine()
                .all()
                .unis(
                        parts.ask(Destination.SCHEDULING, missing, () -> scheduling.patient(token, id)),
                        parts.ask(Destination.SCHEDULING, missing, () -> scheduling.coverages(token, id)),
                        parts.ask(
                                Destination.SCHEDULING, missing, () -> scheduling.appointments(token, null, id, MOST)),
                        parts.ask(Destination.CLAIMS, missing, () -> claims.claims(token, id, null, MOST)),
                        parts.ask(
                                Destination.PAYMENTS,
                                missing,
                                () -> payments.account(token, id)
                                        // a patient of today: scheduling says whether there is one
                                        .onFailure(AccountResource::isNotFound)
                                        .recoverWithItem(NOTHING_OWED)))
                .with(answers -> new AccountView(
                        (JsonNode) answers.get(0),
                        items((JsonNode) answers.get(1)),
                        items((JsonNode) answers.get(2)),
                        items((JsonNode) answers.get(3)),
                        balance((JsonNode) answers.get(4)),
                        List.copyOf(missing)));
    }

    private static boolean isNotFound(Throwable fault) {
        return fault instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 404;
    }

    static JsonNode items(JsonNode list) {
        JsonNode items = list.isArray() ? list : list.path("items");
        return items.isArray() ? items : JsonNodeFactory.instance.arrayNode();
    }

    private static @Nullable Balance balance(JsonNode account) {
        return account.isObject()
                ? new Balance(
                        account.path("payerCents").asLong(),
                        account.path("patientCents").asLong())
                : null;
    }
}
