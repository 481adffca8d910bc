package dev.superbill.claims.acknowledgement;

/** Why a person has to look at a batch, a claim or a file. */
enum FollowUpKind {
    /** 277CA A4: ask the payer, send again. */
    CLAIM_NOT_FOUND,
    /** 277CA A5: expect several answers and payments. */
    CLAIM_SPLIT,
    /** An answer in a category that the guide does not know. */
    UNCLEAR_ANSWER,
    /** The same hop has first refused the claim and then accepted it. */
    CONTRADICTION,
    /** A file in a partner's folder that nobody can read. */
    UNREADABLE_FILE,
    /** A batch without a 999 in 24 hours. */
    NO_999,
    /** A claim without a 277CA in three business days. */
    NO_277CA,
    /** An accepted claim without an 835 in 30 days. */
    NO_835
}
