package dev.superbill.scheduling.patient;

/** As X12 knows it (DMG03): female, male, unknown. */
public enum Sex {
    F,
    M,
    U
}
