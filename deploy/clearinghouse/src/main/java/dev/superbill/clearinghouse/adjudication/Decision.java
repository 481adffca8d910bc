package dev.superbill.clearinghouse.adjudication;

import dev.superbill.clearinghouse.claim.Adjustment;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a payer decided about a claim (loop 2100).
 *
 * @param payerControlNumber CLP07
 * @param statusCode CLP02
 * @param adjustments those of the claim as a whole
 * @param lines empty when the claim was decided as a whole
 * @param remarks RARCs of the claim
 * @param crossover to whom it was forwarded
 */
public record Decision(
        SubmittedClaim claim,
        String payerControlNumber,
        String statusCode,
        long chargeCents,
        long paidCents,
        List<Adjustment> adjustments,
        List<LineDecision> lines,
        List<String> remarks,
        @Nullable OtherPayer crossover) {

    /** CLP02 of a reversal of an earlier payment. */
    public static final String REVERSAL = "22";

    public Decision {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
        requireBalance(chargeCents, paidCents, adjustments, lines);
    }

    /** All adjustments of claim and lines. */
    public Stream<Adjustment> everyAdjustment() {
        return Stream.concat(adjustments.stream(), lines.stream().flatMap(line -> line.adjustments().stream()));
    }

    /** CLP05: what it leaves to the patient. */
    public long patientResponsibilityCents() {
        return everyAdjustment()
                .filter(adjustment -> adjustment.group() == Adjustment.Group.PR)
                .mapToLong(Adjustment::cents)
                .sum();
    }

    /** Σ of one reason. */
    public long total(Adjustment.Group group, String reason) {
        return everyAdjustment()
                .filter(adjustment ->
                        adjustment.group() == group && adjustment.reason().equals(reason))
                .mapToLong(Adjustment::cents)
                .sum();
    }

    /** True for a reversal. */
    public boolean reversal() {
        return statusCode.equals(REVERSAL);
    }

    /** The reversal of this decision: every amount with its sign turned, the same numbers [X12 RFI 2150]. */
    public Decision reversed() {
        return new Decision(
                claim,
                payerControlNumber,
                REVERSAL,
                -chargeCents,
                -paidCents,
                adjustments.stream().map(Adjustment::negated).toList(),
                lines.stream().map(LineDecision::negated).toList(),
                List.of(),
                null);
    }

    private static void requireBalance(
            long chargeCents, long paidCents, List<Adjustment> adjustments, List<LineDecision> lines) {
        long lineCharges = 0;
        long linePaid = 0;
        for (LineDecision line : lines) {
            require(line.chargeCents() - sum(line.adjustments()) == line.paidCents(), "line");
            lineCharges += line.chargeCents();
            linePaid += line.paidCents();
        }
        long ofClaim = sum(adjustments);
        if (lines.isEmpty()) {
            require(chargeCents - ofClaim == paidCents, "claim");
        } else {
            require(lineCharges == chargeCents && linePaid - ofClaim == paidCents, "claim and its lines");
        }
    }

    private static long sum(List<Adjustment> adjustments) {
        return adjustments.stream().mapToLong(Adjustment::cents).sum();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("a decision does not balance: " + what);
        }
    }
}
