package dev.superbill.payments.remittance;

/** What can still change an answer's posting by itself. */
enum WaitsFor {
    /** Its claim is not known yet. */
    CLAIM,
    /** It is a reversal, and what it takes back has not come yet. */
    ORIGINAL,
    /** It is a reversal that agreed with no payment that was there: posted by its cash alone, an exception is open. */
    MATCH
}
