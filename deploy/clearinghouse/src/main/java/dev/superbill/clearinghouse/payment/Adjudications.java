package dev.superbill.clearinghouse.payment;

import dev.superbill.clearinghouse.adjudication.Adjudicator;
import dev.superbill.clearinghouse.adjudication.Circumstances;
import dev.superbill.clearinghouse.adjudication.Decision;
import dev.superbill.clearinghouse.adjudication.LineDecision;
import dev.superbill.clearinghouse.adjudication.PayerKind;
import dev.superbill.clearinghouse.adjudication.Treatment;
import dev.superbill.clearinghouse.claim.Adjustment.Group;
import dev.superbill.clearinghouse.claim.ClaimLine;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.clearinghouse.store.Store;
import dev.superbill.clearinghouse.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The payers' files: what each decided, what its patients have paid of their deductibles, what it must come back to. */
final class Adjudications {

    private static final int INTEREST_BASIS_POINTS = 100;

    /** A decision that stands, or has been taken back. */
    record Standing(Decision decision, Treatment treatment, boolean reversed) {}

    /**
     * What goes into a remittance.
     *
     * @param interestCents owed on top; 0 for none
     */
    record Outcome(Decision decision, long interestCents) {}

    private final Store store;
    private final long seed;
    private final Clock clock;
    private final Duration cycle;
    private final Consumer<Work> later;
    private final Table<Standing> decided;
    private final Table<Long> deductibles;
    private final Table<String> services;

    /**
     * The files in a store.
     *
     * @param later takes work for a coming cycle
     */
    Adjudications(Store store, long seed, Clock clock, Duration cycle, Consumer<Work> later) {
        this.store = store;
        this.seed = seed;
        this.clock = clock;
        this.cycle = cycle;
        this.later = later;
        this.decided = store.table("decided", Standing.class);
        this.deductibles = store.table("deductibles", Long.class);
        this.services = store.table("services", String.class);
    }

    long count() {
        return decided.size();
    }

    PayerKind kindOf(SubmittedClaim claim) {
        return PayerKind.of(claim.payerId(), claim.filingIndicator(), seed);
    }

    /** The decision of this number, unless it was taken back. */
    Optional<Decision> standing(String payerId, String payerControlNumber) {
        return decided.find(payerId + "|" + payerControlNumber)
                .filter(standing -> !standing.reversed())
                .map(Standing::decision);
    }

    /** Does a piece of work; empty when there is nothing to take back (any more). */
    Optional<Outcome> handle(Work work) {
        return switch (work.kind()) {
            case ADJUDICATE -> Optional.of(adjudicate(work));
            case REVERSE -> reverse(work);
            case CORRECT -> Optional.of(correct(work));
        };
    }

    private Outcome adjudicate(Work work) {
        SubmittedClaim claim = work.claim();
        Treatment treatment = work.treatment();
        Decision decision =
                decide(work, treatment, work.payerControlNumber(), treatment.percentOfFee(), duplicate(claim));
        boolean paid = decision.paidCents() > 0;
        if (paid && (treatment == Treatment.UNDERPAID || treatment == Treatment.OVERPAID)) {
            next(Work.Kind.REVERSE, work, claim, work.payerControlNumber());
            if (treatment == Treatment.UNDERPAID) {
                next(Work.Kind.CORRECT, work, claim, work.payerControlNumber());
            }
        }
        if (decision.crossover() != null) {
            SubmittedClaim forwarded = Crossover.of(decision, decision.crossover());
            next(Work.Kind.ADJUDICATE, work, forwarded, newControlNumber(forwarded));
        }
        long interest = treatment == Treatment.WITH_INTEREST && paid
                ? Math.max(1, decision.paidCents() * INTEREST_BASIS_POINTS / 10_000)
                : 0;
        return new Outcome(decision, interest);
    }

    private Optional<Outcome> reverse(Work work) {
        String key = work.claim().payerId() + "|" + work.payerControlNumber();
        Optional<Standing> standing = decided.find(key).filter(found -> !found.reversed());
        standing.ifPresent(found -> {
            Decision original = found.decision();
            decided.put(key, new Standing(original, found.treatment(), true));
            useDeductible(original, -1);
            original.claim().lines().forEach(line -> services.remove(service(original.claim(), line)));
            if (work.treatment() == Treatment.OVERPAID) {
                next(Work.Kind.CORRECT, work, original.claim(), work.payerControlNumber());
            }
        });
        return standing.map(found -> new Outcome(found.decision().reversed(), 0));
    }

    private Outcome correct(Work work) {
        int percent = work.treatment().correctedPercentOfFee();
        Decision decision = decide(work, Treatment.ORDINARY, newControlNumber(work.claim()), percent, false);
        return new Outcome(decision, 0);
    }

    private Decision decide(
            Work work, Treatment treatment, String payerControlNumber, int percentOfFee, boolean duplicate) {
        SubmittedClaim claim = work.claim();
        Circumstances circumstances = new Circumstances(
                payerControlNumber,
                work.receivedAt().atZone(clock.getZone()).toLocalDate(),
                deductibles.find(claim.patientYear()).orElse(0L),
                duplicate,
                percentOfFee);
        Decision decision = new Adjudicator(kindOf(claim)).decide(claim, treatment, circumstances);
        decided.put(claim.payerId() + "|" + payerControlNumber, new Standing(decision, work.treatment(), false));
        useDeductible(decision, 1);
        if (decision.paidCents() > 0 || decision.patientResponsibilityCents() > 0) {
            claim.lines().forEach(line -> services.put(service(claim, line), payerControlNumber));
        }
        return decision;
    }

    private void useDeductible(Decision decision, int sign) {
        long used = decision.total(Group.PR, "1");
        if (used != 0) {
            String key = decision.claim().patientYear();
            deductibles.put(key, Math.max(0, deductibles.find(key).orElse(0L) + sign * used));
        }
    }

    private boolean duplicate(SubmittedClaim claim) {
        return claim.frequency() == '1'
                && claim.lastEarlierPayer().isEmpty()
                && claim.lines().stream().allMatch(line -> services.contains(service(claim, line)));
    }

    private static String service(SubmittedClaim claim, ClaimLine line) {
        return String.join(
                "|",
                claim.patientYear(),
                claim.billing().npi(),
                line.serviceDate().toString(),
                line.procedure(),
                String.join(":", line.modifiers()));
    }

    private void next(Work.Kind kind, Work work, SubmittedClaim claim, String payerControlNumber) {
        Treatment treatment = kind == Work.Kind.ADJUDICATE ? Treatment.ORDINARY : work.treatment();
        Instant due = clock.instant().plus(cycle);
        later.accept(new Work(kind, claim, payerControlNumber, treatment, due, work.receivedAt()));
    }

    /** A number that this payer has not given before. */
    String newControlNumber(SubmittedClaim claim) {
        long number = store.next("icn|" + claim.payerId());
        return String.format(Locale.ROOT, "%02d%011d", claim.from().getYear() % 100, number);
    }

    /** How a payer hands a claim on to the next one. */
    private static final class Crossover {

        static SubmittedClaim of(Decision decision, OtherPayer next) {
            SubmittedClaim claim = decision.claim();
            boolean byLine = !decision.lines().isEmpty();
            List<ClaimLine> lines =
                    byLine ? decision.lines().stream().map(Crossover::line).toList() : claim.lines();
            return claim.forwardedTo(next, decision.paidCents(), decision.patientResponsibilityCents(), lines);
        }

        private static ClaimLine line(LineDecision decision) {
            long owed = decision.adjustments().stream()
                    .filter(adjustment -> adjustment.group() == Group.PR)
                    .mapToLong(adjustment -> adjustment.cents())
                    .sum();
            ClaimLine line = decision.line();
            return new ClaimLine(
                    line.number(),
                    line.controlNumber(),
                    line.procedure(),
                    line.modifiers(),
                    line.chargeCents(),
                    line.units(),
                    line.serviceDate(),
                    owed);
        }
    }
}
