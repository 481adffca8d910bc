package dev.superbill.claims.claim;

/**
 * Who answers about a submission, in the order of the way. A late answer of an earlier hop changes nothing; a later hop's
 * answer always counts.
 */
public enum Hop {
    /** TA1: the interchange. */
    INTERCHANGE,
    /** 999: the transaction set. */
    TRANSACTION_SET,
    /** 277CA of the clearinghouse. */
    CLEARINGHOUSE,
    /** 277CA of the payer. */
    PAYER,
    /** 835. */
    REMITTANCE
}
