package dev.superbill.payments.remittance;

import java.util.Collection;

/** How far a transaction (ST) of a remittance has come. Final until a person or a later document changes it. */
enum TransactionStatus {
    /** Its claims are being posted. */
    POSTING,
    /** All of its money is on the books, unmatched claims as unapplied cash. */
    POSTED,
    /** Posted, but one claim or more is held and its money in suspense. */
    PARTLY_POSTED,
    /** Nothing of it is posted: out of balance, a debit, a faulty envelope, amended, or of an unknown payee. */
    HELD,
    /** Was held or rejected; a corrected one has posted since. */
    SUPERSEDED,
    /** The same payment with the same content is on the books already. */
    DUPLICATE,
    /** Cannot be posted: another version of the guide, no BPR or no TRN; or a person has rejected it. */
    REJECTED;

    /** The status of a remittance: the one that all of its transactions share. */
    static String ofAll(Collection<TransactionStatus> statuses) {
        if (statuses.contains(POSTING)) {
            return POSTING.name();
        }
        return statuses.stream().distinct().count() == 1
                ? statuses.iterator().next().name()
                : PARTLY_POSTED.name();
    }
}
