package dev.superbill.gateway.openapi;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The merged OpenAPI document, for everybody. */
@Path("/openapi")
@PermitAll
@Blocking
class OpenApiResource {

    private final OpenApiDocuments documents;

    OpenApiResource(OpenApiDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String json() throws IOException {
        return documents.asJson();
    }

    @GET
    @Produces({"application/yaml", "application/vnd.oai.openapi", "text/yaml"})
    @Operation(hidden = true)
    public String yaml() throws IOException {
        return documents.asYaml();
    }
}
