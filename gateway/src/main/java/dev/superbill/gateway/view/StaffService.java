package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What views ask of staff-service, with the caller's own token. */
@RegisterRestClient(configKey = "staff")
@Path("/api/v1")
interface StaffService {

    @GET
    @Path("/shifts")
    Uni<JsonNode> shifts(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @QueryParam("date") String date,
            @QueryParam("limit") int limit);
}
