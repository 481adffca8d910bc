package dev.superbill.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One adjustment: a triplet of a CAS segment (835 2100 and 2110, 837 2320 and 2430). A positive amount reduces the
 * payment, a negative one increases it; the sign is never changed.
 *
 * @param position where its CAS stands
 * @param groupCode CAS01: CO, PR, OA, PI; CR is read and never written
 * @param reasonCode the claim adjustment reason code (CARC)
 * @param amountCents in cents, sign as sent
 * @param quantity adjusted units; null when absent
 */
public record Adjustment(
        Position position,
        String groupCode,
        String reasonCode,
        long amountCents,
        @Nullable BigDecimal quantity) {
    private static final int TRIPLETS = 6;

    /** An adjustment that is to be written. */
    public static Adjustment of(String groupCode, String reasonCode, long amountCents) {
        return new Adjustment(Position.NONE, groupCode, reasonCode, amountCents, null);
    }

    /** Reads all triplets of a CAS. A triplet whose amount is unreadable is kept with 0 and an issue. */
    public static void read(Segment cas, Findings findings, Consumer<Adjustment> into) {
        String group = cas.code(1);
        Position position = cas.position();
        for (int e = 2; e <= Math.min(cas.size(), 1 + 3 * TRIPLETS); e += 3) {
            if (!cas.has(e) && !cas.has(e + 1) && !cas.has(e + 2)) {
                continue;
            }
            if (!cas.has(e)) {
                findings.add(IssueCode.GUIDE_FAULT, "An adjustment has an amount and no reason", cas, e);
            }
            long cents = findings.amount(cas, e + 1);
            into.accept(new Adjustment(position, group, cas.code(e), cents, findings.number(cas, e + 2)));
        }
    }

    /** Writes adjustments: one CAS per group code and six triplets, in the order in which the groups first come. */
    public static void write(SegmentWriter out, List<Adjustment> adjustments) {
        List<Adjustment> rest = new ArrayList<>(adjustments);
        while (!rest.isEmpty()) {
            String group = rest.getFirst().groupCode();
            out.start("CAS").add(group);
            int written = 0;
            for (int i = 0; i < rest.size() && written < TRIPLETS; ) {
                Adjustment a = rest.get(i);
                if (a.groupCode().equals(group)) {
                    out.add(a.reasonCode()).amount(a.amountCents()).number(a.quantity());
                    rest.remove(i);
                    written++;
                } else {
                    i++;
                }
            }
            out.end();
        }
    }
}
