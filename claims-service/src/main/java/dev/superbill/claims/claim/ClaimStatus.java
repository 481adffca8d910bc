package dev.superbill.claims.claim;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a claim is on its way. A rejection (never adjudicated) is corrected and sent again as an original; a denial is an
 * adjudication and is replaced or appealed.
 */
public enum ClaimStatus {
    /** Made, not looked at. */
    DRAFT,
    /** Clean: ready for a batch. */
    SCRUBBED,
    /** An edit failed; back to {@link #SCRUBBED} by itself or by hand when mended. */
    HELD,
    /** In a batch that is not sent yet. */
    BATCHED,
    /** Its file lies at the clearinghouse. */
    SENT,
    /** The 999 accepted its transaction set, or a 277CA said A0 or A1. */
    RECEIVED,
    /** A 277CA said A2: accepted for adjudication. */
    ACCEPTED,
    /** TA1, 999 or 277CA refused it: correct and send again. */
    REJECTED,
    /** The 835 decided it: paid, partly paid or denied. */
    ADJUDICATED,
    /** The payer took its decision back; another follows. */
    REVERSED_PENDING,
    /** Nobody owes anything on it. */
    CLOSED,
    /** A claim of frequency 7 stands in its place. */
    REPLACED,
    /** Withdrawn, after it was sent by a claim of frequency 8. */
    VOIDED;

    /** The states that may follow. */
    public Set<ClaimStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SCRUBBED, HELD, ADJUDICATED, VOIDED);
            // the payer's decision counts whichever way the claim came there (paper, portal, a former system)
            case SCRUBBED -> EnumSet.of(HELD, BATCHED, ADJUDICATED, VOIDED);
            case HELD -> EnumSet.of(SCRUBBED, ADJUDICATED, VOIDED);
            // answers may overtake our own note that the file was sent
            case BATCHED -> EnumSet.of(SCRUBBED, SENT, RECEIVED, ACCEPTED, REJECTED, ADJUDICATED);
            case SENT -> EnumSet.of(RECEIVED, ACCEPTED, REJECTED, ADJUDICATED);
            case RECEIVED -> EnumSet.of(ACCEPTED, REJECTED, ADJUDICATED);
            case ACCEPTED -> EnumSet.of(REJECTED, ADJUDICATED);
            // a later hop may know better than an earlier one that refused
            case REJECTED -> EnumSet.of(SCRUBBED, HELD, RECEIVED, ACCEPTED, ADJUDICATED, VOIDED);
            case ADJUDICATED -> EnumSet.of(CLOSED, REVERSED_PENDING, REPLACED, VOIDED);
            case REVERSED_PENDING -> EnumSet.of(ADJUDICATED, REPLACED, VOIDED);
            // money moves after a claim was settled, too
            case CLOSED -> EnumSet.of(ADJUDICATED, REVERSED_PENDING, REPLACED, VOIDED);
            case REPLACED, VOIDED -> EnumSet.noneOf(ClaimStatus.class);
        };
    }

    /** Whether the way leads from here to there directly. */
    public boolean leadsTo(ClaimStatus next) {
        return next().contains(next);
    }

    /** Whether it is nobody's business any more, or another claim's. */
    public boolean isOver() {
        return this == REPLACED || this == VOIDED;
    }

    /** Whether the content may be changed: nobody else has the claim now. */
    public boolean isMendable() {
        return this == DRAFT || this == SCRUBBED || this == HELD || this == REJECTED;
    }
}
