package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What views ask of claims-service, with the caller's own token. */
@RegisterRestClient(configKey = "claims")
@Path("/api/v1")
interface ClaimsService {

    @GET
    @Path("/practice")
    Uni<JsonNode> practice(@HeaderParam(HttpHeaders.AUTHORIZATION) String token);

    @GET
    @Path("/claims")
    Uni<JsonNode> claims(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("patient") @Nullable UUID patient,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") int limit);

    @GET
    @Path("/encounters")
    Uni<JsonNode> encounters(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("status") String status,
            @QueryParam("limit") int limit);
}
