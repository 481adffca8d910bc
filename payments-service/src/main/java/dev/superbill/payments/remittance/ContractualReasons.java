package dev.superbill.payments.remittance;

import java.util.Set;

/**
 * The claim adjustment reason codes that, with group CO, are written off at posting. Every other CO, PI or OA stays in
 * the payer's receivable as a denial to be worked. A change of the list is a new version; what was posted under an older
 * one stays as it is.
 */
final class ContractualReasons {

    /** The version of the list, told in the memo of each write-off. */
    static final String VERSION = "2026-1";

    private static final Set<String> CODES = Set.of(
            "24", // covered under a capitation agreement
            "44", // prompt-pay discount
            "45", // over the fee schedule or the contracted fee
            "131", // negotiated discount
            "144", // incentive adjustment
            "237", // legislated penalty
            "253"); // sequestration

    private ContractualReasons() {}

    static boolean contains(String reasonCode) {
        return CODES.contains(reasonCode);
    }
}
