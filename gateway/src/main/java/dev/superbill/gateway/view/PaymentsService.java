package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What views ask of payments-service, with the caller's own token. */
@RegisterRestClient(configKey = "payments")
@Path("/api/v1")
interface PaymentsService {

    @GET
    @Path("/accounts/patients/{id}")
    Uni<JsonNode> account(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") UUID id);

    @GET
    @Path("/exceptions")
    Uni<JsonNode> exceptions(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("status") String status,
            @QueryParam("limit") int limit);
}
