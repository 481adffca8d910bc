package dev.superbill.payments.exception;

/** What a decision does; known to the feature that opens exceptions. Both run in the transaction of the decision. */
public interface Decisions {

    /** Posts what a person has accepted. */
    void accept(PostingException exception, String reason);

    /** Does what a person's rejection means. */
    void reject(PostingException exception, String reason);
}
