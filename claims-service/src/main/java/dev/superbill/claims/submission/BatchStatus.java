package dev.superbill.claims.submission;

import java.util.EnumSet;
import java.util.Set;

/** How far a batch has come. */
public enum BatchStatus {
    /** No claim was ready: there is no interchange and nothing will be sent. */
    EMPTY,
    /** The interchange is kept and waits to be sent. */
    BUILT,
    /** The whole file lies at the partner under a temporary name; it only has to be renamed. */
    UPLOADED,
    /** The partner has the file. */
    SENT,
    /** The partner has taken all of its transactions (999 A, E). */
    ACKNOWLEDGED,
    /** The partner has taken some of its transactions and refused others (999 P). */
    PARTLY_ACKNOWLEDGED,
    /** The partner has refused the interchange (TA1 R) or all of its transactions (999 R). */
    REJECTED;

    /** What may come next; an answer shows that a file was sent, also where we could not note it. */
    Set<BatchStatus> next() {
        return switch (this) {
            case EMPTY -> EnumSet.noneOf(BatchStatus.class);
            case BUILT -> EnumSet.of(UPLOADED, SENT);
            case UPLOADED -> EnumSet.of(BUILT, SENT);
            case SENT -> EnumSet.of(ACKNOWLEDGED, PARTLY_ACKNOWLEDGED, REJECTED);
            case ACKNOWLEDGED, PARTLY_ACKNOWLEDGED, REJECTED -> EnumSet.of(ACKNOWLEDGED, PARTLY_ACKNOWLEDGED, REJECTED);
        };
    }

    boolean isToBeSent() {
        return this == BUILT || this == UPLOADED;
    }
}
