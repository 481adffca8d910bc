package dev.superbill.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * A procedure as a composite: SVC01, SVC06 (835), SV101, SVD03 (837).
 *
 * @param qualifier component 1: {@code HC} HCPCS and CPT, {@code N4} NDC, {@code AD} dental, {@code ER}, {@code WK} …
 * @param code component 2
 * @param modifiers components 3 to 6, at most four
 * @param description component 7
 */
public record Procedure(String qualifier, String code, List<String> modifiers, String description) {
    private static final int FIRST_MODIFIER = 3;
    private static final int MODIFIERS = 4;

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
        int last = FIRST_MODIFIER + MODIFIERS - 1;
        while (last >= FIRST_MODIFIER && segment.component(element, last).isEmpty()) {
            last--;
        }
        List<String> modifiers = List.of();
        if (last >= FIRST_MODIFIER) {
            modifiers = new ArrayList<>(MODIFIERS);
            for (int n = FIRST_MODIFIER; n <= last; n++) {
                modifiers.add(segment.component(element, n));
            }
        }
        return new Procedure(
                segment.code(element, 1),
                segment.component(element, 2),
                modifiers,
                segment.component(element, FIRST_MODIFIER + MODIFIERS));
    }

    /** Writes the composite as the next element. */
    public void write(SegmentWriter out) {
        String[] parts = new String[7];
        parts[0] = qualifier;
        parts[1] = code;
        for (int i = 0; i < MODIFIERS; i++) {
            parts[2 + i] = i < modifiers.size() ? modifiers.get(i) : "";
        }
        parts[6] = description;
        out.composite(parts);
    }
}
