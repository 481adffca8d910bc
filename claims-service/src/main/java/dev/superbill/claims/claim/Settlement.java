package dev.superbill.claims.claim;

import dev.superbill.claims.claim.Adjudication.Kind;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The decision that stands: the last to come that no reversal takes back, whichever came first of the two. */
    Optional<Adjudication> standing() {
        return decisions().reduce((older, newer) -> newer);
    }

    /** The version of the claim's account that knows of all decisions. */
    long accountVersion() {
        return adjudications.stream()
                .mapToLong(Adjudication::accountVersion)
                .max()
                .orElse(0);
    }

    Money paid(ClaimLine line) {
        return Money.sum(lines(line).map(Adjudication.Line::paid).toList());
    }

    Money adjusted(ClaimLine line) {
        return Money.sum(lines(line).map(Adjudication.Line::adjusted).toList());
    }

    /** What stands of a line; the books take a decision back whole, whatever its reversal repeats of the lines. */
    private Stream<Adjudication.Line> lines(ClaimLine line) {
        return decisions()
                .flatMap(adjudication -> adjudication.lines().stream())
                .filter(each -> each.concerns(line));
    }

    private Stream<Adjudication> decisions() {
        Set<UUID> takenBack = adjudications.stream()
                .map(Adjudication::reversedAnswerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return adjudications.stream()
                .filter(each -> each.kind() != Kind.REVERSAL && !takenBack.contains(each.answerId()));
    }
}
