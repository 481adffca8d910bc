package dev.superbill.payments.exception;

/** What a decision does; known to the feature that opens exceptions. All run in the transaction of the decision. */
public interface Decisions {

    /**
     * Keeps others from what the exception is about until the running transaction ends. Posting takes it before the
     * exception, and so does a decision: two that took them in different order would wait for each other.
     */
    void lock(PostingException exception);

    /** Posts what a person has accepted. */
    void accept(PostingException exception, String reason);

    /** Does what a person's rejection means. */
    void reject(PostingException exception, String reason);
}
