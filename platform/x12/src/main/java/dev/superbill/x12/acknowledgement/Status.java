package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Findings;
import dev.superbill.x12.Position;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * STC of a 277CA.
 *
 * @param position where it stands
 * @param codes STC01, STC10, STC11; the first one is always there
 * @param effective STC02; null when absent, as the guide wants it at the provider level (2200C)
 * @param action STC03: {@code WQ} accepted, {@code U} rejected; empty at the line level of some payers
 * @param amountCents STC04; null when absent
 * @param message STC12
 */
public record Status(
        Position position,
        List<Code> codes,
        @Nullable LocalDate effective,
        String action,
        @Nullable Long amountCents,
        String message) {

    /**
     * A composite of STC01, STC10 or STC11.
     *
     * @param category claim status category: {@code A0} forwarded, {@code A1} received, {@code A2} accepted, {@code A3}
     *     returned, {@code A4} not found, {@code A5} split, {@code A6} missing, {@code A7} invalid, {@code A8} relational
     * @param status claim status code
     * @param entity entity code: {@code PR}, {@code 85}, {@code IL} …; empty mostly
     */
    public record Code(String category, String status, String entity) {}

    /** Copies the list. */
    public Status {
        codes = List.copyOf(codes);
    }

    /** A status that is to be written. */
    public static Status of(
            String category,
            String status,
            String entity,
            @Nullable LocalDate effective,
            String action,
            @Nullable Long amountCents) {
        return new Status(
                Position.NONE, List.of(new Code(category, status, entity)), effective, action, amountCents, "");
    }

    /** Whether it rejects: STC03 is U, or any of its categories is A3, A6, A7 or A8. */
    public boolean rejects() {
        return action.equals("U")
                || codes.stream().anyMatch(code -> switch (code.category()) {
                    case "A3", "A6", "A7", "A8" -> true;
                    default -> false;
                });
    }

    /** STC01-1. */
    public String category() {
        return codes.isEmpty() ? "" : codes.getFirst().category();
    }

    /** Reads an STC. */
    public static Status read(Segment stc, Findings findings) {
        List<Code> codes = new ArrayList<>(1);
        for (int element : new int[] {1, 10, 11}) {
            if (stc.has(element)) {
                codes.add(new Code(stc.component(element, 1), stc.component(element, 2), stc.component(element, 3)));
            }
        }
        return new Status(
                stc.position(),
                codes,
                findings.date(stc, 2),
                stc.element(3),
                findings.optionalAmount(stc, 4),
                stc.element(12));
    }

    /** Writes an STC. */
    public void write(SegmentWriter out) {
        out.start("STC");
        code(0, out);
        out.date(effective).add(action).amount(amountCents);
        out.add("").add("").add("").add("").add("");
        code(1, out);
        code(2, out);
        out.add(message).end();
    }

    private void code(int index, SegmentWriter out) {
        if (index < codes.size()) {
            Code code = codes.get(index);
            out.composite(code.category(), code.status(), code.entity());
        } else {
            out.add("");
        }
    }
}
