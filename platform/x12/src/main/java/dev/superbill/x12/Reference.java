package dev.superbill.x12;

import java.util.List;

/**
 * A REF segment.
 *
 * @param qualifier REF01, for example {@code 6R} line control number, {@code F8} payer control number, {@code EI} tax id
 * @param value REF02
 * @param description REF03, empty mostly
 */
public record Reference(String qualifier, String value, String description) {
    /** A reference without description. */
    public static Reference of(String qualifier, String value) {
        return new Reference(qualifier, value, "");
    }

    /** Reads a REF. */
    public static Reference read(Segment ref) {
        return new Reference(ref.code(1), ref.element(2), ref.element(3));
    }

    /** Writes a REF. */
    public void write(SegmentWriter out) {
        out.start("REF").add(qualifier).add(value).add(description).end();
    }

    /** The value of the first reference with that qualifier, else empty. */
    public static String find(List<Reference> references, String qualifier) {
        for (Reference reference : references) {
            if (reference.qualifier.equals(qualifier)) {
                return reference.value;
            }
        }
        return "";
    }
}
