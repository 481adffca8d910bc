package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.claim.Hop;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.acknowledgement.InterchangeAcknowledgement;
import java.util.List;

/** What a TA1 says: R means that nothing of the interchange was received; A and E say nothing of its claims. */
final class InterchangeRules {

    private InterchangeRules() {}

    static Reading.One read(InterchangeAcknowledgement ta1) {
        Subject subject =
                new Subject.Interchange(receiver(ta1.interchange()), sender(ta1.interchange()), ta1.controlNumber());
        String reason = "TA1 " + ta1.code() + ", note " + ta1.note();
        return switch (ta1.code()) {
            case "R" ->
                one(Outcome.REJECTED, new Statement(Hop.INTERCHANGE, subject, Verdict.REJECTED, reason), List.of());
            case "E" ->
                one(
                        Outcome.ACCEPTED_WITH_ERRORS,
                        new Statement(Hop.INTERCHANGE, subject, Verdict.NOTED, reason),
                        List.of("The interchange was accepted with errors: " + reason));
            case "A" ->
                one(Outcome.ACCEPTED, new Statement(Hop.INTERCHANGE, subject, Verdict.NOTED, reason), List.of());
            default ->
                one(
                        Outcome.ACCEPTED_WITH_ERRORS,
                        new Statement(Hop.INTERCHANGE, subject, Verdict.NOTED, reason),
                        List.of("TA104 is none of A, E, R: " + reason));
        };
    }

    private static Reading.One one(Outcome outcome, Statement statement, List<String> warnings) {
        return new Reading.One(Kind.TA1, outcome, List.of(statement), warnings);
    }

    /** Who has sent the answer: the receiver of what we sent. */
    static String sender(@org.jspecify.annotations.Nullable InterchangeHeader header) {
        return header == null ? "" : header.senderId();
    }

    /** Whom the answer is addressed to: we. */
    static String receiver(@org.jspecify.annotations.Nullable InterchangeHeader header) {
        return header == null ? "" : header.receiverId();
    }
}
