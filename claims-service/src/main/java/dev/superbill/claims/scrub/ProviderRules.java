package dev.superbill.claims.scrub;

import dev.superbill.claims.practice.Address;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.Provider;
import dev.superbill.kernel.Npi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Who bills and who treated. */
final class ProviderRules {

    private static final Pattern TAXONOMY = Pattern.compile("[0-9A-Z]{9}X");
    private static final Pattern PO_BOX = Pattern.compile("(?i)^\\s*(p\\.?\\s*o\\.?|post office)\\s*box\\b.*");
    private static final Pattern TAX_ID = Pattern.compile("\\d{9}");

    private ProviderRules() {}

    /**
     * {@code BILLING_PROVIDER_MISSING}, {@code BILLING_NPI_INVALID}, {@code TAX_ID_INVALID}: loop 2010AA NM109 is an NPI
     * with its check digit (45 CFR 162.406), REF*EI has nine digits [X222 2010AA].
     */
    static List<Edit> billingProvider(ScrubInput claim) {
        BillingProvider billing = claim.billing();
        if (billing == null) {
            return List.of(Edit.error(
                    "BILLING_PROVIDER_MISSING",
                    "practice",
                    "The practice has not registered its billing identity",
                    "Register it with PUT /practice"));
        }
        List<Edit> edits = new ArrayList<>();
        if (!Npi.isValid(billing.npi())) {
            edits.add(Edit.error(
                    "BILLING_NPI_INVALID",
                    "practice.npi",
                    "The billing provider's NPI fails its check digit",
                    "Correct the practice's NPI"));
        }
        if (!TAX_ID.matcher(billing.taxId()).matches()) {
            edits.add(Edit.error(
                    "TAX_ID_INVALID",
                    "practice.taxId",
                    "The billing provider's tax id has not nine digits",
                    "Correct the practice's tax id"));
        }
        return edits;
    }

    /**
     * {@code BILLING_ADDRESS_PO_BOX}, {@code BILLING_POSTAL_CODE_SHORT}: loop 2010AA N3 is a street, N403 has nine digits
     * [X222 2010AA].
     */
    static List<Edit> billingAddress(ScrubInput claim) {
        BillingProvider billing = claim.billing();
        if (billing == null) {
            return List.of();
        }
        Address address = billing.address();
        List<Edit> edits = new ArrayList<>();
        if (PO_BOX.matcher(address.line1()).matches()) {
            edits.add(Edit.error(
                    "BILLING_ADDRESS_PO_BOX",
                    "practice.address.line1",
                    "The billing provider's address is a post office box",
                    "Give the street as address and the box as payTo"));
        }
        if (!address.hasDeliveryRoute()) {
            edits.add(Edit.warning(
                    "BILLING_POSTAL_CODE_SHORT",
                    "practice.address.postalCode",
                    "The billing provider's postal code has not nine digits",
                    "Add the four digits of the delivery route"));
        }
        return edits;
    }

    /**
     * {@code RENDERING_PROVIDER_UNKNOWN}, {@code RENDERING_NPI_INVALID}, {@code RENDERING_NAME_MISSING},
     * {@code RENDERING_PROVIDER_INACTIVE}: loop 2310B NM1*82 [X222 2310B].
     */
    static List<Edit> renderingProvider(ScrubInput claim) {
        Provider rendering = claim.rendering();
        if (rendering == null) {
            return List.of(Edit.error(
                    "RENDERING_PROVIDER_UNKNOWN",
                    "renderingProviderId",
                    "Staff has not told of the rendering provider",
                    "Register the provider"));
        }
        List<Edit> edits = new ArrayList<>();
        String npi = rendering.npi();
        if (npi == null || !Npi.isValid(npi)) {
            edits.add(Edit.error(
                    "RENDERING_NPI_INVALID",
                    "renderingProvider.npi",
                    "The rendering provider's NPI is missing or fails its check digit",
                    "Correct the provider's NPI"));
        }
        if (PatientRules.isBlank(rendering.lastName())) {
            edits.add(Edit.error(
                    "RENDERING_NAME_MISSING",
                    "renderingProvider.lastName",
                    "The rendering provider has no last name",
                    "Complete the provider"));
        }
        if (!rendering.active() || !rendering.treatsPatients()) {
            edits.add(Edit.warning(
                    "RENDERING_PROVIDER_INACTIVE",
                    "renderingProviderId",
                    "The rendering provider does not treat patients here any more",
                    "See whether the right provider is named"));
        }
        return edits;
    }

    /** {@code TAXONOMY_INVALID}: PRV03 has the form of the NUCC code set, ten characters of which the last is X. */
    static List<Edit> taxonomy(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        BillingProvider billing = claim.billing();
        if (billing != null && !TAXONOMY.matcher(billing.taxonomy()).matches()) {
            edits.add(taxonomy("practice.taxonomy"));
        }
        Provider rendering = claim.rendering();
        if (rendering != null) {
            String taxonomy = rendering.taxonomy();
            if (taxonomy != null && !TAXONOMY.matcher(taxonomy).matches()) {
                edits.add(taxonomy("renderingProvider.taxonomy"));
            }
        }
        return edits;
    }

    private static Edit taxonomy(String field) {
        return Edit.error(
                "TAXONOMY_INVALID",
                field,
                "A taxonomy code has ten characters and ends with X",
                "Correct the taxonomy code");
    }

    /** {@code LICENSE_EXPIRED}: whoever treats has a licence on the day; asked of providers with recorded licences. */
    static List<Edit> license(ScrubInput claim) {
        if (claim.licenses().isEmpty()
                || claim.licenses().stream().anyMatch(license -> license.holds(claim.serviceDate()))) {
            return List.of();
        }
        return List.of(Edit.error(
                "LICENSE_EXPIRED",
                "renderingProviderId",
                "No licence of the rendering provider holds on the date of service",
                "Record the renewed licence or name the provider who treated"));
    }
}
