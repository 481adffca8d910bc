package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.claim.Hop;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement.SegmentError;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement.TransactionResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a 999 (005010X231A1) says. AK901 R, M, W or X refuses the whole group. Else each transaction that is named is
 * judged by its IK501, and those that are not named were taken.
 */
final class SyntaxRules {

    private static final int MOST_ERRORS = 10;

    private SyntaxRules() {}

    static Reading.One read(GroupAcknowledgement group) {
        List<Statement> statements = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        String us = InterchangeRules.receiver(group.interchange());
        String partner = InterchangeRules.sender(group.interchange());
        Set<String> named = new HashSet<>();
        for (TransactionResult result : group.transactions()) {
            named.add(result.controlNumber());
            Subject subject =
                    new Subject.TransactionSet(us, partner, group.groupControlNumber(), result.controlNumber());
            boolean refused = group.rejected() || result.rejected();
            String reason = reason(group, result);
            statements.add(
                    new Statement(Hop.TRANSACTION_SET, subject, refused ? Verdict.REJECTED : Verdict.RECEIVED, reason));
            if (!refused && (result.code().equals("E") || !result.errors().isEmpty())) {
                warnings.add("Transaction " + result.controlNumber() + " was accepted with errors: " + reason);
            }
        }
        statements.add(new Statement(
                Hop.TRANSACTION_SET,
                new Subject.RestOfGroup(us, partner, group.groupControlNumber(), Set.copyOf(named)),
                group.rejected() ? Verdict.REJECTED : rest(group),
                "999 " + group.code() + " for the group" + codes(group.codes())));
        return new Reading.One(Kind.X999, outcome(group), statements, warnings);
    }

    /** A partial answer that names no transaction says nothing of any. */
    private static Verdict rest(GroupAcknowledgement group) {
        return group.code().equals("P") && group.transactions().isEmpty() ? Verdict.UNCLEAR : Verdict.RECEIVED;
    }

    private static Outcome outcome(GroupAcknowledgement group) {
        if (group.rejected()) {
            return Outcome.REJECTED;
        }
        long refused = group.transactions().stream()
                .filter(TransactionResult::rejected)
                .count();
        boolean allNamed = group.included() <= group.transactions().size();
        if (refused > 0) {
            return allNamed && refused == group.transactions().size() ? Outcome.REJECTED : Outcome.PARTLY_ACCEPTED;
        }
        return switch (group.code()) {
            case "P" -> Outcome.PARTLY_ACCEPTED;
            case "E" -> Outcome.ACCEPTED_WITH_ERRORS;
            default ->
                group.transactions().stream().anyMatch(result -> result.code().equals("E"))
                        ? Outcome.ACCEPTED_WITH_ERRORS
                        : Outcome.ACCEPTED;
        };
    }

    private static String reason(GroupAcknowledgement group, TransactionResult result) {
        StringBuilder text = new StringBuilder("999 ").append(result.code());
        if (group.rejected() && !result.rejected()) {
            text.append(", group ").append(group.code());
        }
        text.append(codes(result.codes()));
        result.errors().stream()
                .limit(MOST_ERRORS)
                .forEach(error -> text.append("; ").append(place(error)));
        if (result.errors().size() > MOST_ERRORS) {
            text.append("; and ").append(result.errors().size() - MOST_ERRORS).append(" more");
        }
        return text.toString();
    }

    /** Where the partner sees a fault; without the value, which may be a patient's. */
    private static String place(SegmentError error) {
        String segment = error.segment() + " at " + error.position()
                + (error.loop().isEmpty() ? "" : " in loop " + error.loop()) + " code " + error.code();
        return error.elements().stream()
                .map(element -> segment + ", element " + element.element()
                        + (element.component() > 0 ? "-" + element.component() : "") + " code " + element.code())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), elements -> elements.isEmpty() ? segment : elements));
    }

    private static String codes(List<String> codes) {
        return codes.isEmpty() ? "" : ", codes " + String.join(" ", codes);
    }
}
