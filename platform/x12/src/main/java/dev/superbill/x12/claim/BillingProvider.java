package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who bills: loops 2000A, 2010AA, 2010AB.
 *
 * @param name NM1*85 with the NPI (XX)
 * @param taxonomy PRV03 with PRV*BI*PXC; empty when absent
 * @param address N3 (a street, not a box) and N4 with nine digits of postal code
 * @param references REF: {@code EI} employer's tax id or {@code SY} social security number, required
 * @param contacts PER*IC
 * @param payTo 2010AB, where payments go when elsewhere; null when absent
 */
public record BillingProvider(
        EntityName name,
        String taxonomy,
        Address address,
        List<Reference> references,
        List<Contact> contacts,
        @Nullable Address payTo) {
    /** Copies the lists. */
    public BillingProvider {
        references = List.copyOf(references);
        contacts = List.copyOf(contacts);
    }

    /** A group practice with its NPI and employer's tax id (nine digits). */
    public static BillingProvider organization(
            String name, String npi, String taxId, String taxonomy, Address address, List<Contact> contacts) {
        return new BillingProvider(
                EntityName.organization("85", name, "XX", npi),
                taxonomy,
                address,
                List.of(Reference.of("EI", taxId)),
                contacts,
                null);
    }

    /** NM109. */
    public String npi() {
        return name.id();
    }

    /** REF*EI, else REF*SY; empty when absent. */
    public String taxId() {
        String employer = Reference.find(references, "EI");
        return employer.isEmpty() ? Reference.find(references, "SY") : employer;
    }
}
