package dev.superbill.payments.remittance;

/** What has become of a payer's answer to a claim. */
enum Outcome {
    /** On the books of its claim. */
    POSTED,
    /** Its money is unapplied cash: the claim, or the payment that it takes back, is not known (yet). */
    UNAPPLIED,
    /** Not on the books of a claim, for the reasons given; its money, when its transaction posted, is in suspense. */
    HELD
}
