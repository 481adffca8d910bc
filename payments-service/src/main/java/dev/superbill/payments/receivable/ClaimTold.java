package dev.superbill.payments.receivable;

/**
 * A claim's account was opened or learned something: money that waited for it may find it now. Fired within the
 * transaction that books it; observers add their entries to the session and do not finish it.
 */
public record ClaimTold(ClaimAccount account, PostingSession session) {}
