package dev.superbill.payments.remittance;

import dev.superbill.kernel.Money;
import dev.superbill.payments.receivable.ClaimLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the line that a payer answers: by REF*6R, else by procedure, modifiers, charge and date, where a payer may have
 * dropped modifiers or changed the code (SVC06 then holds ours). A line is found once while another of its kind is left;
 * several answers may share one line (unbundling).
 */
final class LineFinder {

    private final List<ClaimLine> lines;
    private final List<ClaimLine> left;

    LineFinder(List<ClaimLine> lines) {
        this.lines = lines;
        this.left = new ArrayList<>(lines);
    }

    /** The line that is answered, if there is one. */
    Optional<ClaimLine> find(ClaimAnswer.Line answer) {
        Optional<ClaimLine> found = first(
                lines,
                line -> !answer.lineControlNumber().isEmpty()
                        && answer.lineControlNumber().equalsIgnoreCase(line.lineControlNumber()));
        Predicate<ClaimLine> procedure = line -> line.procedure().equalsIgnoreCase(answer.billedProcedure())
                || line.procedure().equalsIgnoreCase(answer.procedure());
        Predicate<ClaimLine> modifiers = line -> line.modifiers().equals(answer.billedModifiers());
        Predicate<ClaimLine> dropped = line -> line.modifiers().containsAll(answer.billedModifiers());
        Predicate<ClaimLine> charge = line -> line.charge().equals(Money.ofCents(Math.abs(answer.chargeCents())));
        Predicate<ClaimLine> date = line -> answer.serviceDate() == null
                || line.serviceDate() == null
                || line.serviceDate().equals(answer.serviceDate());
        return taken(
                found.or(() -> first(left, procedure.and(modifiers).and(charge).and(date)))
                        .or(() -> first(left, procedure.and(dropped).and(charge).and(date)))
                        .or(() -> first(left, procedure.and(charge).and(date)))
                        .or(() -> onlyOne(procedure.and(modifiers).and(date)))
                        .or(() -> onlyOne(charge.and(date))));
    }

    private Optional<ClaimLine> taken(Optional<ClaimLine> line) {
        line.ifPresent(left::remove);
        return line;
    }

    private Optional<ClaimLine> onlyOne(Predicate<ClaimLine> wanted) {
        List<ClaimLine> fitting = left.stream().filter(wanted).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Optional<ClaimLine> first(List<ClaimLine> of, Predicate<ClaimLine> wanted) {
        return of.stream().filter(wanted).findFirst();
    }
}
