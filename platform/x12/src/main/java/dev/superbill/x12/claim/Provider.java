package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Reference;
import java.util.List;

/**
 * A provider of a claim (loops 2310A to 2310D) or of a line (2420).
 *
 * @param name NM1: {@code DN} referring, {@code P3} primary care, {@code 82} rendering, {@code 77} service facility,
 *     {@code DQ} supervising, {@code DK} ordering
 * @param taxonomy PRV03 of the rendering provider (PRV*PE*PXC); empty when absent
 * @param address N3, N4 of the service facility
 * @param references REF: {@code 0B}, {@code 1G}, {@code G2}, {@code LU}
 */
public record Provider(EntityName name, String taxonomy, Address address, List<Reference> references) {
    /** Copies the list. */
    public Provider {
        references = List.copyOf(references);
    }

    /** A rendering provider (2310B). */
    public static Provider rendering(String last, String first, String npi, String taxonomy) {
        return new Provider(EntityName.person("82", last, first, "XX", npi), taxonomy, Address.NONE, List.of());
    }

    /** A referring provider (2310A). */
    public static Provider referring(String last, String first, String npi) {
        return new Provider(EntityName.person("DN", last, first, "XX", npi), "", Address.NONE, List.of());
    }

    /** A supervising provider (2310D). */
    public static Provider supervising(String last, String first, String npi) {
        return new Provider(EntityName.person("DQ", last, first, "XX", npi), "", Address.NONE, List.of());
    }

    /** A service facility (2310C); its N4 has nine digits of postal code. */
    public static Provider facility(String name, String npi, Address address) {
        EntityName facility = EntityName.organization("77", name, npi.isEmpty() ? "" : "XX", npi);
        return new Provider(facility, "", address, List.of());
    }

    /** NM101. */
    public String role() {
        return name.entity();
    }
}
