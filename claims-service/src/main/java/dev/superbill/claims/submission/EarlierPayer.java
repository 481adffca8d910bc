package dev.superbill.claims.submission;

import dev.superbill.claims.claim.Adjudication;
import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.x12.Address;
import dev.superbill.x12.Adjustment;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.Reference;
import dev.superbill.x12.claim.LineAdjudication;
import dev.superbill.x12.claim.OtherPayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another payer of a claim: loops 2320 and 2330, and 2430 of each line that it adjudicated. What it decided balances to
 * the cent, or the claim is refused: payers reject it else (X222A1 section 1.4.4.2).
 */
final class EarlierPayer {

    private final ClaimForSubmission claim;
    private final ClaimForSubmission.OtherPayer other;
    private final @Nullable Adjudication decision;
    private final String payerId;
    private long adjustedOnLines;
    private int linesSaid;

    EarlierPayer(ClaimForSubmission claim, ClaimForSubmission.OtherPayer other) {
        this.claim = claim;
        this.other = other;
        // a payer that comes later in rank has decided nothing on this claim
        this.decision = other.rank() < claim.rank() ? other.adjudication() : null;
        this.payerId =
                X12Text.id(other.payer().payerIdentifier(), 80, "NM1 PR of 2330B", "The other payer's identifier");
    }

    OtherPayer loop() {
        Coverage coverage = other.coverage();
        Adjudication decided = decision;
        if (other.rank() < claim.rank() && decided == null) {
            throw new RefusedClaimException("2320", "The payer before this one has not decided yet");
        }
        return new OtherPayer(
                ClaimMapping.sequence(other.rank()),
                ClaimMapping.relationship(coverage),
                X12Text.of(coverage.groupNumber(), 50),
                "",
                ClaimMapping.insuranceType(claim, other.rank(), other.payer()),
                other.payer().claimFilingIndicator(),
                decided == null ? List.of() : adjustments(decided.adjustments()),
                decided == null ? List.of() : amounts(decided),
                coverage.benefitsAssignedCode(),
                "",
                coverage.releaseCode(),
                List.of(),
                ClaimMapping.policyHolder(claim, coverage, "2330A"),
                Address.NONE,
                EntityName.organization(
                        "PR",
                        X12Text.required(other.payer().name(), 60, "NM1 PR of 2330B", "The other payer's name"),
                        "PI",
                        payerId),
                Address.NONE,
                decided == null || !decided.lines().isEmpty() ? null : decided.paymentDate(),
                references());
    }

    /** 2430, where the payer has adjudicated line by line. */
    Optional<LineAdjudication> line(ClaimLine line) {
        if (decision == null || decision.lines().isEmpty()) {
            return Optional.empty();
        }
        Adjudication.Line said = decision.lines().stream()
                .filter(each -> each.concerns(line))
                .findFirst()
                .orElseThrow(() -> new RefusedClaimException(
                        "2430 of line " + line.ordinal(), "The payer before this one has not decided on the line"));
        List<Adjustment> adjustments = adjustments(said.adjustments());
        long adjusted = adjustments.stream().mapToLong(Adjustment::amountCents).sum();
        if (line.charge().cents() != Math.addExact(said.paid().cents(), adjusted)) {
            throw new RefusedClaimException(
                    "2430 of line " + line.ordinal(),
                    "The earlier payer's payment and adjustments do not add up to the line's charge");
        }
        adjustedOnLines = Math.addExact(adjustedOnLines, adjusted);
        linesSaid++;
        return Optional.of(new LineAdjudication(
                payerId,
                said.paid().cents(),
                new Procedure("HC", said.procedure(), said.modifiers(), ""),
                said.units() == null ? line.units() : said.units(),
                "",
                adjustments,
                decision.paymentDate(),
                responsibility(said.adjustments())));
    }

    /** CLM02 = AMT*D + Σ CAS of 2320 + Σ CAS of 2430. */
    void proveBalance() {
        if (decision == null) {
            return;
        }
        long onClaim = adjustments(decision.adjustments()).stream()
                .mapToLong(Adjustment::amountCents)
                .sum();
        long explained = Math.addExact(decision.paid().cents(), Math.addExact(onClaim, adjustedOnLines));
        boolean allLines = decision.lines().isEmpty()
                || linesSaid == claim.content().lines().size();
        if (!allLines || explained != claim.charge().cents()) {
            throw new RefusedClaimException(
                    "2320", "The earlier payer's payment and adjustments do not add up to the claim's charge");
        }
    }

    private List<QualifiedAmount> amounts(Adjudication decided) {
        List<QualifiedAmount> amounts = new ArrayList<>();
        amounts.add(new QualifiedAmount("D", decided.paid().cents()));
        if (decided.lines().isEmpty()) {
            amounts.add(
                    new QualifiedAmount("EAF", decided.patientResponsibility().cents()));
        }
        return amounts;
    }

    private List<Reference> references() {
        String number = other.payerControlNumber();
        return number == null || number.isBlank() || decision == null
                ? List.of()
                : List.of(Reference.of("F8", X12Text.of(number, 50)));
    }

    private static List<Adjustment> adjustments(List<dev.superbill.claims.claim.Adjustment> adjustments) {
        return adjustments.stream()
                .map(each -> new Adjustment(
                        Position.NONE,
                        each.groupCode(),
                        each.reasonCode(),
                        each.amount().cents(),
                        each.quantity()))
                .toList();
    }

    private static long responsibility(List<dev.superbill.claims.claim.Adjustment> adjustments) {
        return adjustments.stream()
                .filter(each -> each.groupCode().equals("PR"))
                .mapToLong(each -> each.amount().cents())
                .sum();
    }
}
