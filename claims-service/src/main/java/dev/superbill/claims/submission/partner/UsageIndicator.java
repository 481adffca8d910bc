package dev.superbill.claims.submission.partner;

/** ISA15: whether an interchange is meant in earnest. */
public enum UsageIndicator {
    /** Production. */
    P,
    /** Test. */
    T
}
