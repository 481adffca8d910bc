package dev.superbill.x12;

import java.util.List;
import java.util.Locale;

/**
 * A procedure as a composite: SVC01, SVC06 (835), SV101, SVD03 (837).
 *
 * @param qualifier component 1: {@code HC} HCPCS and CPT, {@code N4} NDC, {@code AD} dental, {@code ER}, {@code WK} …
 * @param code component 2
 * @param modifiers components 3 to 6, at most four
 * @param description component 7
 */
public record Procedure(String qualifier, String code, List<String> modifiers, String description) {
    /** Copies the list. */
    public Procedure {
        modifiers = List.copyOf(modifiers);
    }

    /** A HCPCS or CPT procedure. */
    public static Procedure hcpcs(String code, String... modifiers) {
        return new Procedure("HC", code, List.of(modifiers), "");
    }

    /** Reads the composite at an element. */
    public static Procedure read(Segment segment, int element) {
        List<String> parts = segment.components(element);
        int last = Math.min(6, parts.size());
        while (last > 2 && parts.get(last - 1).isEmpty()) {
            last--;
        }
        return new Procedure(
                part(parts, 1).toUpperCase(Locale.ROOT),
                part(parts, 2),
                last > 2 ? parts.subList(2, last) : List.of(),
                part(parts, 7));
    }

    /** Writes the composite as the next element. */
    public void write(SegmentWriter out) {
        String[] parts = new String[7];
        parts[0] = qualifier;
        parts[1] = code;
        for (int i = 0; i < 4; i++) {
            parts[2 + i] = i < modifiers.size() ? modifiers.get(i) : "";
        }
        parts[6] = description;
        out.composite(parts);
    }

    private static String part(List<String> parts, int n) {
        return n <= parts.size() ? parts.get(n - 1) : "";
    }
}
