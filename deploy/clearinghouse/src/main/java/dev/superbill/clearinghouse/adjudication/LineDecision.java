package dev.superbill.clearinghouse.adjudication;

import dev.superbill.clearinghouse.claim.Adjustment;
import dev.superbill.clearinghouse.claim.ClaimLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for a line (loop 2110).
 *
 * @param allowedCents AMT*B6; null when nothing was allowed
 * @param bundledInto the procedure that pays for this line too (SVC01; the submitted one is then in SVC06)
 * @param remarks RARCs
 */
public record LineDecision(
        ClaimLine line,
        long chargeCents,
        long paidCents,
        List<Adjustment> adjustments,
        @Nullable Long allowedCents,
        @Nullable String bundledInto,
        List<String> remarks) {

    public LineDecision {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }

    /** The whole charge for one reason. */
    static LineDecision denied(ClaimLine line, Adjustment.Group group, String reason, List<String> remarks) {
        List<Adjustment> whole =
                line.chargeCents() == 0 ? List.of() : List.of(new Adjustment(group, reason, line.chargeCents()));
        return new LineDecision(line, line.chargeCents(), 0, whole, null, null, remarks);
    }

    LineDecision negated() {
        return new LineDecision(
                line,
                -chargeCents,
                -paidCents,
                adjustments.stream().map(Adjustment::negated).toList(),
                null,
                bundledInto,
                remarks);
    }
}
