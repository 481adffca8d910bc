package dev.superbill.clearinghouse.adjudication;

import dev.superbill.clearinghouse.claim.Adjustment;
import dev.superbill.clearinghouse.claim.Adjustment.Group;
import dev.superbill.clearinghouse.claim.ClaimLine;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies a payer's rules to a claim; keeps nothing. */
public final class Adjudicator {

    /** Handling and conveyance of specimens, pulse oximetry, supplies: never paid beside another service. */
    private static final Set<String> ALWAYS_BUNDLED = Set.of("99000", "99001", "94760", "A4550");

    /** Routine eye refraction and cosmetic procedures: not covered by any plan here. */
    private static final Set<String> NEVER_COVERED = Set.of("92015", "69090", "15824");

    private static final long INCENTIVE_CENTS = 310;

    private final PayerKind payer;

    /** An adjudicator for a payer of this kind. */
    public Adjudicator(PayerKind payer) {
        this.payer = payer;
    }

    /** What the payer decides: the first rule that denies the whole claim, else each line by its own. */
    public Decision decide(SubmittedClaim claim, Treatment treatment, Circumstances circumstances) {
        long age = ChronoUnit.DAYS.between(claim.to(), circumstances.receivedOn());
        if (circumstances.duplicate()) {
            return denied(claim, circumstances, "18", List.of("N522"));
        }
        Optional<OtherPayer> earlier = claim.lastEarlierPayer();
        if (earlier.isEmpty() && age > payer.timelyFilingDays()) {
            return denied(claim, circumstances, "29", List.of("N211"));
        }
        if (treatment == Treatment.LACKS_INFORMATION) {
            return denied(claim, circumstances, "16", List.of("N290"));
        }
        return earlier.map(other -> afterEarlierPayer(claim, other, circumstances))
                .orElseGet(() -> asFirstPayer(claim, treatment, circumstances));
    }

    private Decision denied(SubmittedClaim claim, Circumstances circumstances, String reason, List<String> remarks) {
        List<LineDecision> lines = claim.lines().stream()
                .map(line -> LineDecision.denied(line, Group.CO, reason, remarks))
                .toList();
        return decision(claim, circumstances, List.of(), lines, null);
    }

    private Decision asFirstPayer(SubmittedClaim claim, Treatment treatment, Circumstances circumstances) {
        Patient patient = new Patient(
                Math.max(0, payer.deductibleCents() - circumstances.deductibleUsedCents()), payer.copayCents());
        List<LineDecision> lines = new ArrayList<>();
        for (ClaimLine line : claim.lines()) {
            lines.add(lineDenial(claim, line, treatment)
                    .orElseGet(() -> covered(line, patient, treatment, circumstances.percentOfFee())));
        }
        OtherPayer next = payer.crossesOver() ? claim.nextPayer().orElse(null) : null;
        Decision byLine = decision(claim, circumstances, List.of(), lines, next);
        return treatment == Treatment.CLAIM_LEVEL ? asAWhole(byLine) : byLine;
    }

    private Optional<LineDecision> lineDenial(SubmittedClaim claim, ClaimLine line, Treatment treatment) {
        List<ClaimLine> all = claim.lines();
        boolean first = line.number() == all.getFirst().number();
        boolean last = line.number() == all.getLast().number();
        if ((treatment == Treatment.NOT_AUTHORISED && first) || (needsAuthorisation(line) && !claim.authorised())) {
            return Optional.of(LineDecision.denied(line, Group.CO, "197", List.of("N54")));
        }
        if ((treatment == Treatment.NOT_COVERED && last) || NEVER_COVERED.contains(line.procedure())) {
            return Optional.of(LineDecision.denied(line, Group.PR, "204", List.of("N130")));
        }
        boolean bundled = (treatment == Treatment.BUNDLED && last) || ALWAYS_BUNDLED.contains(line.procedure());
        if (bundled && !first) {
            LineDecision denied = LineDecision.denied(line, Group.CO, "97", List.of("M15"));
            String into = all.getFirst().procedure();
            return Optional.of(new LineDecision(
                    line,
                    denied.chargeCents(),
                    0,
                    denied.adjustments(),
                    null,
                    into.equals(line.procedure()) ? null : into,
                    denied.remarks()));
        }
        return Optional.empty();
    }

    private boolean needsAuthorisation(ClaimLine line) {
        return payer.authorisesImaging()
                && line.procedure().length() == 5
                && line.procedure().startsWith("7")
                && line.procedure().compareTo("70010") >= 0;
    }

    private LineDecision covered(ClaimLine line, Patient patient, Treatment treatment, int percentOfFee) {
        long allowed = payer.allowedCents(line.procedure(), line.chargeCents(), percentOfFee);
        Reductions reductions = new Reductions(line.chargeCents());
        reductions.take(Group.CO, "45", line.chargeCents() - allowed);
        reductions.take(Group.PR, "3", patient.copay(reductions.left()));
        reductions.take(Group.PR, "1", patient.deductible(reductions.left()));
        reductions.take(Group.PR, "2", PayerKind.share(reductions.left(), payer.coinsurancePercent() * 100));
        reductions.take(Group.CO, "253", PayerKind.share(reductions.left(), payer.sequestrationBasisPoints()));
        if (treatment == Treatment.INCENTIVE && line.number() == 1 && reductions.left() > 0) {
            reductions.take(Group.CO, "144", -INCENTIVE_CENTS);
        }
        return reductions.decide(line, allowed);
    }

    /** Coordination of benefits: what the earlier payer left to the patient is all that is considered (OA23). */
    private Decision afterEarlierPayer(SubmittedClaim claim, OtherPayer earlier, Circumstances circumstances) {
        boolean byLine = claim.lines().stream().allMatch(line -> line.patientOweCents() != null);
        if (!byLine) {
            Reductions reductions = new Reductions(claim.chargeCents());
            considerOnly(reductions, earlier.patientOweCents());
            return decision(claim, circumstances, reductions.all(), List.of(), null);
        }
        List<LineDecision> lines = new ArrayList<>();
        for (ClaimLine line : claim.lines()) {
            Reductions reductions = new Reductions(line.chargeCents());
            Long left = line.patientOweCents();
            considerOnly(reductions, left == null ? 0 : left);
            lines.add(reductions.decide(line, null));
        }
        return decision(claim, circumstances, List.of(), lines, null);
    }

    private void considerOnly(Reductions reductions, long leftByEarlierPayer) {
        long considered = Math.clamp(leftByEarlierPayer, 0, reductions.left());
        reductions.take(Group.OA, "23", reductions.left() - considered);
        if (payer == PayerKind.MEDICAID) {
            reductions.take(Group.CO, "45", PayerKind.share(considered, 5_000));
        } else {
            reductions.take(Group.PR, "2", PayerKind.share(considered, payer.coinsurancePercent() * 50));
        }
    }

    private static Decision asAWhole(Decision byLine) {
        Map<String, Adjustment> merged = new LinkedHashMap<>();
        byLine.everyAdjustment()
                .forEach(adjustment -> merged.merge(
                        adjustment.group() + adjustment.reason(),
                        adjustment,
                        (a, b) -> new Adjustment(a.group(), a.reason(), Math.addExact(a.cents(), b.cents()))));
        return new Decision(
                byLine.claim(),
                byLine.payerControlNumber(),
                byLine.statusCode(),
                byLine.chargeCents(),
                byLine.paidCents(),
                List.copyOf(merged.values()),
                List.of(),
                byLine.remarks(),
                byLine.crossover());
    }

    private static Decision decision(
            SubmittedClaim claim,
            Circumstances circumstances,
            List<Adjustment> ofClaim,
            List<LineDecision> lines,
            @Nullable OtherPayer crossover) {
        long paid = lines.isEmpty()
                ? claim.chargeCents()
                : lines.stream().mapToLong(LineDecision::paidCents).sum();
        long reduction = ofClaim.stream().mapToLong(Adjustment::cents).sum();
        int rank = SubmittedClaim.RANKS.indexOf(claim.rank()) + 1;
        return new Decision(
                claim,
                circumstances.payerControlNumber(),
                String.valueOf(crossover == null ? rank : rank + 18),
                claim.chargeCents(),
                paid - reduction,
                ofClaim,
                lines,
                List.of(),
                crossover);
    }

    /** What the patient still pays on this claim. */
    private static final class Patient {
        private long deductible;
        private long copay;

        Patient(long deductible, long copay) {
            this.deductible = deductible;
            this.copay = copay;
        }

        long copay(long atMost) {
            long taken = Math.min(copay, atMost);
            copay -= taken;
            return taken;
        }

        long deductible(long atMost) {
            long taken = Math.min(deductible, atMost);
            deductible -= taken;
            return taken;
        }
    }

    /** An amount from which one reason after the other takes its part. */
    private static final class Reductions {
        private final List<Adjustment> all = new ArrayList<>();
        private long left;

        Reductions(long charge) {
            left = charge;
        }

        void take(Group group, String reason, long cents) {
            if (cents != 0) {
                all.add(new Adjustment(group, reason, cents));
                left = Math.subtractExact(left, cents);
            }
        }

        long left() {
            return left;
        }

        List<Adjustment> all() {
            return all;
        }

        LineDecision decide(ClaimLine line, @Nullable Long allowed) {
            return new LineDecision(line, line.chargeCents(), left, all, allowed, null, List.of());
        }
    }
}
