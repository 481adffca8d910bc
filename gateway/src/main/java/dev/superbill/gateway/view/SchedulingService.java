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
import org.jspecify.annotations.Nullable;

/** What views ask of scheduling-service, with the caller's own token. */
@RegisterRestClient(configKey = "scheduling")
@Path("/api/v1")
interface SchedulingService {

    @GET
    @Path("/patients/{id}")
    Uni<JsonNode> patient(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") UUID id);

    @GET
    @Path("/patients/{id}/coverages")
    Uni<JsonNode> coverages(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") UUID id);

    @GET
    @Path("/appointments")
    Uni<JsonNode> appointments(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("date") @Nullable String date,
            @QueryParam("patient") @Nullable UUID patient,
            @QueryParam("limit") int limit);
}
