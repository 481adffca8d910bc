package dev.superbill.payments.exception;

/** How far an exception has come. */
public enum ExceptionStatus {
    /** A person has to decide. */
    OPEN,
    ACCEPTED,
    REJECTED,
    /** A later document has made the decision needless. */
    CLOSED
}
