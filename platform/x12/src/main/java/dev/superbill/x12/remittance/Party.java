package dev.superbill.x12.remittance;

import dev.superbill.x12.Address;
import dev.superbill.x12.Contact;
import dev.superbill.x12.Position;
import dev.superbill.x12.Reference;
import java.util.List;

/**
 * Payer (loop 1000A, N1*PR) or payee (1000B, N1*PE).
 *
 * @param position where its N1 stands
 * @param entity N101: {@code PR} or {@code PE}
 * @param name N102
 * @param idQualifier N103: {@code XX} NPI, {@code FI} tax id, {@code XV} plan id
 * @param id N104
 * @param address N3 and N4
 * @param references REF; {@code TJ} is the payee's tax id, {@code PQ} its number at the payer
 * @param contacts PER, of the payer only
 */
public record Party(
        Position position,
        String entity,
        String name,
        String idQualifier,
        String id,
        Address address,
        List<Reference> references,
        List<Contact> contacts) {
    /** Copies the lists. */
    public Party {
        references = List.copyOf(references);
        contacts = List.copyOf(contacts);
    }

    /** A payer with its technical contact, which the guide requires. */
    public static Party payer(String name, Address address, Contact technical) {
        return new Party(Position.NONE, "PR", name, "", "", address, List.of(), List.of(technical));
    }

    /** A payee known by its NPI, with its tax id (REF*TJ). */
    public static Party payee(String name, String npi, String taxId, Address address) {
        return new Party(Position.NONE, "PE", name, "XX", npi, address, List.of(Reference.of("TJ", taxId)), List.of());
    }

    /** The tax id: N104 with qualifier FI, else REF*TJ; empty when there is none. */
    public String taxId() {
        return idQualifier.equals("FI") ? id : Reference.find(references, "TJ");
    }

    /** The NPI: N104 with qualifier XX; empty when there is none. */
    public String npi() {
        return idQualifier.equals("XX") ? id : "";
    }
}
