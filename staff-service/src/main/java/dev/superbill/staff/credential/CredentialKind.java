package dev.superbill.staff.credential;

/** What a credential allows. */
enum CredentialKind {
    /** A state's licence to practise. */
    LICENSE,
    /** The registration with the Drug Enforcement Administration, to prescribe controlled substances. */
    DEA,
    /** The insurance against malpractice. */
    MALPRACTICE,
    /** A board's certificate. */
    CERTIFICATION
}
