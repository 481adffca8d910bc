package dev.superbill.claims.acknowledgement;

/** What an answer says of the claims under it. */
enum Verdict {
    /** Nothing about the claims themselves: the envelope was readable, or a 277CA speaks of the file alone. */
    NOTED,
    /** They have arrived: 999 A and E, 277CA A0 and A1. */
    RECEIVED,
    /** They were taken for adjudication: 277CA A2. */
    ACCEPTED,
    /** They will never be adjudicated: TA1 R, 999 R M W X, 277CA U, A3, A6, A7, A8. */
    REJECTED,
    /** The payer does not find the claim: 277CA A4. */
    NOT_FOUND,
    /** The payer has made several claims of it: 277CA A5. */
    SPLIT,
    /** A category that the guide does not know in an answer to a claim. */
    UNCLEAR
}
