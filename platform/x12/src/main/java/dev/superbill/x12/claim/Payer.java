package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Reference;
import java.util.List;

/**
 * The payer that the claim goes to: loop 2010BB.
 *
 * @param name NM1*PR with the payer id (PI)
 * @param address N3, N4; may be empty
 * @param references REF: {@code 2U}, {@code FY}, {@code NF}, {@code G2}
 */
public record Payer(EntityName name, Address address, List<Reference> references) {
    /** Copies the list. */
    public Payer {
        references = List.copyOf(references);
    }

    /** A payer known by its payer id. */
    public static Payer of(String name, String payerId) {
        return new Payer(EntityName.organization("PR", name, "PI", payerId), Address.NONE, List.of());
    }

    /** The payer id, NM109. */
    public String id() {
        return name.id();
    }
}
