package dev.superbill.payments.remittance;

import dev.superbill.kernel.UuidV5;
import dev.superbill.x12.Reference;
import dev.superbill.x12.remittance.Party;
import dev.superbill.x12.remittance.RemittanceStart;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * By what a payer calls itself in an 835: TRN03 (with and without the leading 1 of a tax id), BPR10, N104 and the
 * additional numbers of its N1 loop (1000A REF). A payer is registered with one of them.
 *
 * @param identifiers in upper case
 */
record PayerNames(Set<String> identifiers) {
    private static final UUID UNREGISTERED = UUID.fromString("6f0f2b1c-8a34-5b0e-9d7c-1f6f6f1d8a35");
    private static final int TAX_ID_LENGTH = 9;
    private static final int MOST = 20;

    PayerNames {
        identifiers = Set.copyOf(identifiers);
    }

    static PayerNames of(RemittanceStart start) {
        Set<String> names = new LinkedHashSet<>();
        if (start.trace() != null) {
            add(names, start.trace().payerIdentifier());
        }
        if (start.payment() != null) {
            add(names, start.payment().originatingCompany());
        }
        Party payer = start.payer();
        if (payer != null) {
            add(names, payer.id());
            payer.references().stream().map(Reference::value).forEach(value -> add(names, value));
        }
        return new PayerNames(names);
    }

    boolean include(String identifier) {
        return identifiers.contains(identifier.strip().toUpperCase(Locale.ROOT));
    }

    /** The id by which the books know a payer that nobody has registered: always the same for the same names. */
    UUID unregisteredId() {
        return UuidV5.of(UNREGISTERED, String.join("|", new TreeSet<>(identifiers)));
    }

    private static void add(Set<String> names, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.isEmpty() || !Identifiers.fits(name) || names.size() >= MOST) {
            return;
        }
        names.add(name);
        // the guide has a tax id here with a 1 in front
        if (name.length() == TAX_ID_LENGTH + 1 && name.startsWith("1")) {
            names.add(name.substring(1));
        }
    }
}
