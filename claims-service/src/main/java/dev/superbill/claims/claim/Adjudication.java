package dev.superbill.claims.claim;

import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an 835 decided on a claim.
 *
 * @param answerId of the payer's answer
 * @param reversedAnswerId of a reversal, the answer that it takes back
 * @param accountVersion of the claim's account: the first that knows of the decision
 * @param statusCode CLP02
 * @param paid CLP04; negative in a reversal
 * @param patientResponsibility Σ PR
 * @param adjustments of the claim itself
 */
public record Adjudication(
        UUID answerId,
        @Nullable UUID reversedAnswerId,
        long accountVersion,
        Kind kind,
        String statusCode,
        LocalDate paymentDate,
        Money charge,
        Money paid,
        Money patientResponsibility,
        List<Adjustment> adjustments,
        List<Line> lines) {

    /** CLP02: the payer has sent the claim on to the next payer itself. */
    private static final Set<String> FORWARDED = Set.of("19", "20", "21", "23");

    public Adjudication {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
    }

    /** What the decision is to the ones before it. */
    public enum Kind {
        PAYMENT,
        REVERSAL,
        CORRECTION
    }

    /** Whether the next payer is to be billed by us for what this one leaves to the patient. */
    boolean leavesToNextPayer() {
        return !FORWARDED.contains(statusCode) && patientResponsibility.compareTo(Money.ZERO) > 0;
    }

    /** A service line's part; matched by its control number, else by what it charges. */
    public record Line(
            @Nullable String lineControlNumber,
            String procedure,
            List<String> modifiers,
            Money charge,
            Money paid,
            @Nullable BigDecimal units,
            List<Adjustment> adjustments) {

        public Line {
            modifiers = List.copyOf(modifiers);
            adjustments = List.copyOf(adjustments);
        }

        /** Whether it speaks of a line of ours. */
        public boolean concerns(ClaimLine line) {
            return lineControlNumber != null
                    ? lineControlNumber.equals(line.lineControlNumber())
                    : procedure.equals(line.procedure())
                            && line.modifiers().containsAll(modifiers)
                            && (charge.equals(line.charge())
                                    || charge.equals(line.charge().negated()));
        }

        Money adjusted() {
            return Money.sum(adjustments.stream().map(Adjustment::amount).toList());
        }
    }
}
