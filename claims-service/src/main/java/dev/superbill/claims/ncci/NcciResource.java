package dev.superbill.claims.ncci;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tables of the National Correct Coding Initiative that the scrubber obeys. */
@Path("/api/v1/ncci")
@Tag(name = "NCCI", description = "Procedures that are not billed together, and units that are too many")
class NcciResource {

    static final String CSV = "text/csv";

    private final Ncci ncci;

    NcciResource(Ncci ncci) {
        this.ncci = ncci;
    }

    @PUT
    @Path("/procedure-pairs")
    @Consumes(CSV)
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Operation(
            summary = "Load the procedure-to-procedure edits",
            description =
                    "The whole table of CMS, in place of what was loaded before: one that cannot be read leaves that "
                            + "as it was. Claims that are scrubbed from now on obey it.")
    @APIResponse(
            responseCode = "200",
            description = "Loaded",
            content = @Content(schema = @Schema(implementation = NcciLoad.class)))
    @APIResponse(
            responseCode = "422",
            description = "TABLE_UNREADABLE: a line has not the form of a row; errors give it")
    public NcciLoad loadPairs(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples =
                                                    @ExampleObject(
                                                            name = "pairs",
                                                            value =
                                                                    "column1,column2,modifierIndicator,effectiveFrom,effectiveTo\nG0102,G0101,1,2026-01-01,\n")))
                    InputStream body) {
        return ncci.replacePairs(NcciTable.read(body, ProcedurePair.class));
    }

    @GET
    @Path("/procedure-pairs")
    @RolesAllowed({"billing-manager", "practice-manager", "biller", "auditor"})
    @Operation(summary = "Read what was loaded of the pairs", description = "How many rows, when and by whom.")
    @APIResponse(
            responseCode = "200",
            description = "Loaded last",
            content = @Content(schema = @Schema(implementation = NcciLoad.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none were loaded")
    public NcciLoad pairs() {
        return ncci.lastOfPairs();
    }

    @PUT
    @Path("/unit-limits")
    @Consumes(CSV)
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Operation(
            summary = "Load the medically unlikely edits",
            description =
                    "The whole table of CMS, in place of what was loaded before: one that cannot be read leaves that "
                            + "as it was. Claims that are scrubbed from now on obey it.")
    @APIResponse(
            responseCode = "200",
            description = "Loaded",
            content = @Content(schema = @Schema(implementation = NcciLoad.class)))
    @APIResponse(
            responseCode = "422",
            description = "TABLE_UNREADABLE: a line has not the form of a row; errors give it")
    public NcciLoad loadUnitLimits(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = CSV,
                                            schema = @Schema(type = SchemaType.STRING),
                                            examples =
                                                    @ExampleObject(
                                                            name = "limits",
                                                            value =
                                                                    "procedure,units,adjudicationIndicator,effectiveFrom,effectiveTo\nJ1100,120,3,2026-01-01,\n")))
                    InputStream body) {
        return ncci.replaceUnitLimits(NcciTable.read(body, UnitLimit.class));
    }

    @GET
    @Path("/unit-limits")
    @RolesAllowed({"billing-manager", "practice-manager", "biller", "auditor"})
    @Operation(summary = "Read what was loaded of the unit limits", description = "How many rows, when and by whom.")
    @APIResponse(
            responseCode = "200",
            description = "Loaded last",
            content = @Content(schema = @Schema(implementation = NcciLoad.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none were loaded")
    public NcciLoad unitLimits() {
        return ncci.lastOfUnitLimits();
    }
}
