package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.claim.Hop;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement.ClaimStatus;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement.LineStatus;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement.ProviderStatus;
import dev.superbill.x12.acknowledgement.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a 277CA (005010X214) says. Whatever is refused, is refused at its level: the transaction (2200B), the billing
 * provider's claims (2200C; a practice bills under one identity, so that they are the transaction's), the claim (2200D), and
 * a refused line (2220D) refuses its claim (X12 RFI 2145, 1211). Only 2200D accepts: counts above it are no decision.
 */
final class ClaimRules {

    private ClaimRules() {}

    static Reading.One read(ClaimAcknowledgement answer) {
        Hop hop = answer.source().entity().equals("PR") ? Hop.PAYER : Hop.CLEARINGHOUSE;
        String reference = answer.batch().trace();
        List<Statement> statements = new ArrayList<>();
        if (answer.batch().rejects()) {
            statements.add(new Statement(
                    hop,
                    new Subject.Submission(reference),
                    Verdict.REJECTED,
                    "277CA, transaction: " + reason(answer.batch().statuses())));
        }
        for (ProviderStatus provider : answer.providers()) {
            if (provider.level().rejects() && !answer.batch().rejects()) {
                statements.add(new Statement(
                        hop,
                        new Subject.Submission(reference),
                        Verdict.REJECTED,
                        "277CA, billing provider: " + reason(provider.level().statuses())));
            }
            for (ClaimStatus claim : provider.claims()) {
                statements.add(new Statement(
                        hop,
                        new Subject.SingleClaim(reference, claim.trace()),
                        verdict(claim),
                        reason(claim),
                        claim.payerControlNumber()));
            }
        }
        if (statements.isEmpty()) {
            // a receipt of the file alone: shown with its batch, and kept as unmatched when we have not sent it
            statements.add(new Statement(
                    hop,
                    new Subject.Submission(reference),
                    Verdict.NOTED,
                    "277CA, transaction: " + reason(answer.batch().statuses())));
        }
        return new Reading.One(Kind.X277CA, outcome(statements), statements, warnings(answer));
    }

    /** What is said of one claim; a refusal anywhere counts more than the rest, a decision more than a receipt. */
    static Verdict verdict(ClaimStatus claim) {
        if (claim.rejects()) {
            return Verdict.REJECTED;
        }
        List<String> categories = claim.statuses().stream()
                .flatMap(status -> status.codes().stream())
                .map(Status.Code::category)
                .toList();
        if (categories.contains("A4")) {
            return Verdict.NOT_FOUND;
        }
        if (categories.contains("A5")) {
            return Verdict.SPLIT;
        }
        if (categories.contains("A2")) {
            return Verdict.ACCEPTED;
        }
        return categories.contains("A1") || categories.contains("A0") ? Verdict.RECEIVED : Verdict.UNCLEAR;
    }

    private static Outcome outcome(List<Statement> statements) {
        return Outcome.together(statements.stream()
                .map(statement -> switch (statement.verdict()) {
                    case ACCEPTED -> Outcome.ACCEPTED;
                    case REJECTED -> Outcome.REJECTED;
                    case NOTED, RECEIVED, NOT_FOUND, SPLIT, UNCLEAR -> Outcome.RECEIVED;
                })
                .toList());
    }

    private static List<String> warnings(ClaimAcknowledgement answer) {
        return answer.issues().stream().map(Object::toString).toList();
    }

    private static String reason(ClaimStatus claim) {
        String own = reason(claim.statuses());
        List<String> lines = claim.lines().stream()
                .filter(line -> line.statuses().stream().anyMatch(Status::rejects))
                .map(line -> "line " + name(line) + ": " + reason(line.statuses()))
                .toList();
        return "277CA "
                + String.join(
                        "; ",
                        Stream.concat(Stream.of(own), lines.stream())
                                .filter(text -> !text.isEmpty())
                                .toList());
    }

    private static String name(LineStatus line) {
        return line.references().stream()
                .filter(reference -> reference.qualifier().equals("FJ"))
                .map(dev.superbill.x12.Reference::value)
                .findFirst()
                .orElse(line.procedure().code());
    }

    /** Category, status code and entity as sent, and the partner's own words. */
    private static String reason(List<Status> statuses) {
        return String.join(
                "; ", statuses.stream().map(ClaimRules::reason).distinct().toList());
    }

    private static String reason(Status status) {
        String codes = String.join(
                " + ",
                status.codes().stream()
                        .map(code -> code.category() + ":" + code.status()
                                + (code.entity().isEmpty() ? "" : ":" + code.entity()))
                        .toList());
        return codes
                + (status.action().equals("U") ? " U" : "")
                + (status.message().isEmpty() ? "" : " " + status.message());
    }
}
