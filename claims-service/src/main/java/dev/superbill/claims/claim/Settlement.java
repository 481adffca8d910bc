package dev.superbill.claims.claim;

import dev.superbill.claims.claim.Adjudication.Kind;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All decisions on a claim in the order of their coming.
 *
 * @param adjudications none before the first 835
 */
record Settlement(List<Adjudication> adjudications) {

    static final Settlement NONE = new Settlement(List.of());

    Settlement {
        adjudications = List.copyOf(adjudications);
    }

    Settlement and(Adjudication adjudication) {
        return new Settlement(
                Stream.concat(adjudications.stream(), Stream.of(adjudication)).toList());
    }

    /** The decision that stands: the last that was no reversal, unless the reversal came after it. */
    Optional<Adjudication> standing() {
        // a correction may come before the reversal of what it corrects: as many reversals as decisions but one
        long reversals = adjudications.stream()
                .filter(adjudication -> adjudication.kind() == Kind.REVERSAL)
                .count();
        List<Adjudication> decisions = adjudications.stream()
                .filter(adjudication -> adjudication.kind() != Kind.REVERSAL)
                .toList();
        return decisions.size() > reversals ? Optional.of(decisions.getLast()) : Optional.empty();
    }

    Money paid(ClaimLine line) {
        return Money.sum(lines(line).map(Adjudication.Line::paid).toList());
    }

    Money adjusted(ClaimLine line) {
        return Money.sum(lines(line).map(Adjudication.Line::adjusted).toList());
    }

    private Stream<Adjudication.Line> lines(ClaimLine line) {
        return adjudications.stream()
                .flatMap(adjudication -> adjudication.lines().stream())
                .filter(each -> each.concerns(line));
    }
}
