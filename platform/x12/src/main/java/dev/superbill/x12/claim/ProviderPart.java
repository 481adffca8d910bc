package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import java.util.ArrayList;
import java.util.List;

/** Puts a {@link Provider} together: NM1, PRV, N3, N4, REF. */
final class ProviderPart {
    private final EntityName name;
    private final List<Reference> references = new ArrayList<>(0);
    private String taxonomy = "";
    private Address address = Address.NONE;

    ProviderPart(Segment nm1) {
        this.name = EntityName.read(nm1);
    }

    void accept(Segment segment) {
        switch (segment.id()) {
            case "PRV" -> taxonomy = segment.element(3);
            case "N3" -> address = address.withN3(segment);
            case "N4" -> address = address.withN4(segment);
            case "REF" -> references.add(Reference.read(segment));
            default -> {
                // PER of a facility is not held
            }
        }
    }

    Provider finish() {
        return new Provider(name, taxonomy, address, references);
    }
}
