package dev.superbill.claims.practice;

import dev.superbill.kernel.Npi;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The billing provider of the caller's practice. */
@Path("/api/v1/practice")
@Tag(name = "Practice", description = "Who bills")
class PracticeResource {

    /**
     * The billing provider as it is sent in and shown.
     *
     * @param cliaNumber of the practice's laboratory, told with claims for laboratory services (REF*X4)
     * @param signatureOnFile true when absent (CLM06)
     * @param acceptsAssignment true when absent (CLM07)
     */
    @Schema(examples = """
        {"name": "Maple Family Medicine", "npi": "1234567893", "taxId": "123456789", "taxonomy": "207Q00000X",
         "address": {"line1": "12 Maple Street", "line2": null, "city": "Burlington", "state": "VT", "postalCode": "054011234"},
         "payTo": null, "contact": {"name": "Billing Office", "phone": "8025550100"}, "timeZone": "America/New_York",
         "cliaNumber": "47D0987654", "signatureOnFile": true, "acceptsAssignment": true}\
        """)
    record PracticeBody(
            @NotBlank(message = "A practice has a name") @Size(max = 60, message = "A name has at most 60 characters")
            String name,

            @NotNull(message = "A billing provider has an NPI")
            String npi,

            @NotNull(message = "A tax id is needed")
            @Pattern(regexp = "\\d{2}-?\\d{7}", message = "A tax id has nine digits")
            String taxId,

            @NotNull(message = "A taxonomy code is needed")
            @Pattern(regexp = "[A-Z0-9]{9}X", message = "A taxonomy code has ten characters and ends with X")
            String taxonomy,

            @NotNull(message = "An address is needed") @Valid
            Address address,

            @Nullable @Valid Address payTo,
            @Nullable @Valid Contact contact,
            @Nullable String timeZone,

            @Nullable
            @Pattern(regexp = BillingProvider.CLIA_NUMBER, message = "A CLIA number has two digits, D and seven digits")
            String cliaNumber,

            @Nullable Boolean signatureOnFile,
            @Nullable Boolean acceptsAssignment) {

        static PracticeBody of(BillingIdentity identity) {
            BillingProvider provider = identity.provider();
            return new PracticeBody(
                    provider.name(),
                    provider.npi(),
                    provider.taxId(),
                    provider.taxonomy(),
                    provider.address(),
                    provider.payTo(),
                    provider.contact(),
                    identity.timeZone(),
                    provider.cliaNumber(),
                    provider.signatureOnFile(),
                    provider.acceptsAssignment());
        }

        BillingProvider provider() {
            return new BillingProvider(
                    name.strip(),
                    npi,
                    taxId.replace("-", ""),
                    taxonomy,
                    address,
                    payTo,
                    contact,
                    cliaNumber,
                    !Boolean.FALSE.equals(signatureOnFile),
                    !Boolean.FALSE.equals(acceptsAssignment));
        }
    }

    private final BillingIdentities identities;

    PracticeResource(BillingIdentities identities) {
        this.identities = identities;
    }

    @GET
    @Transactional
    @RolesAllowed({"billing-manager", "practice-manager", "biller", "front-desk", "provider", "hr", "auditor"})
    @Operation(
            summary = "Read the billing provider",
            description = "Who bills in this practice: loop 2010AA of its claims. The ETag is its version.")
    @APIResponse(
            responseCode = "200",
            description = "The billing provider",
            content = @Content(schema = @Schema(implementation = PracticeBody.class)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the practice has not registered itself yet")
    public Response get() {
        return answer(identities.find().orElseThrow(() -> ProblemException.notFound("billing provider", "yet")));
    }

    @PUT
    @Transactional
    @RolesAllowed({"billing-manager", "practice-manager"})
    @Operation(
            summary = "Register or change the billing provider",
            description = "The street goes to address and a post office box to payTo. Held claims are scrubbed again.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = PracticeBody.class)))
    public Response put(@Nullable @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PracticeBody body) {
        if (!Npi.isValid(body.npi())) {
            throw ProblemException.badRequest(
                    "npi", "An NPI has ten digits, the last its check digit", "Correct the NPI");
        }
        if (body.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(body.timeZone())) {
            throw ProblemException.badRequest("timeZone", "No such time zone", "Send one such as America/New_York");
        }
        return answer(identities.change(body.provider(), body.timeZone(), ifMatch));
    }

    private static Response answer(BillingIdentity identity) {
        return Response.ok(PracticeBody.of(identity))
                .tag(EntityTags.of(identity.version()))
                .build();
    }
}
