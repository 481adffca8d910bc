package dev.superbill.clearinghouse.acknowledgement;

import dev.superbill.clearinghouse.envelope.OutgoingInterchange;
import dev.superbill.clearinghouse.intake.ReceivedInterchange;

/** Writes the TA1. */
public final class InterchangeAnswer {

    private InterchangeAnswer() {}

    /** The TA1 of an interchange: A with 000, or R with the code that it was refused for. */
    public static String write(ReceivedInterchange received, OutgoingInterchange interchange) {
        return interchange.withoutGroups(out -> out.start("TA1")
                .add(received.controlNumber())
                .add(received.date())
                .add(received.time())
                .add(received.accepted() ? "A" : "R")
                .add(received.errorCode())
                .end());
    }
}
