package dev.superbill.claims.submission;

/** What a control number names. */
public enum NumberKind {
    /** ISA13. */
    INTERCHANGE,
    /** GS06. */
    GROUP,
    /** ST02. */
    TRANSACTION,
    /** BHT03. */
    SUBMISSION
}
