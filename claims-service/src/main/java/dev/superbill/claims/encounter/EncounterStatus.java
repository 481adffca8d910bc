package dev.superbill.claims.encounter;

/** Whether an encounter has been coded. */
enum EncounterStatus {
    /** The visit is over and waits to be coded. */
    OPEN,
    /** Coded, and billed unless the patient pays. */
    CODED
}
