package dev.superbill.payments.exception;

/** What a person has to decide about, and what the decision does. */
public enum ExceptionKind {
    /**
     * A transaction of which nothing is posted. Accept: it posts as sent, what does not add up goes to suspense. Reject:
     * nothing posts.
     */
    TRANSACTION_HELD,
    /**
     * A claim whose payment is in suspense. Accept: it posts as sent, the unexplained rest stays with the payer. Reject:
     * its payment becomes unapplied cash.
     */
    CLAIM_HELD,
    /**
     * A reversal that agrees with no payment, posted by its cash alone. Accept: so be it. Reject: its payment becomes
     * unapplied cash.
     */
    REVERSAL_MISMATCH,
    /** A later payer's write-off beyond what it owes. Accept: the rest is written off. Reject: it stays with the payer. */
    WRITE_OFF_EXCESS
}
