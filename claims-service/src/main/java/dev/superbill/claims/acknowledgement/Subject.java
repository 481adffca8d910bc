package dev.superbill.claims.acknowledgement;

import java.util.Set;

/** What an answer speaks about, by the numbers that we gave it. */
sealed interface Subject {

    /**
     * The interchange with an ISA13 (TA101).
     *
     * @param senderId our id, which the answer is addressed to
     * @param receiverId the partner's
     */
    record Interchange(String senderId, String receiverId, String number) implements Subject {}

    /** The transactions of the group with a GS06 (AK102) whose ST02 are not among those named. */
    record RestOfGroup(String senderId, String receiverId, String number, Set<String> named) implements Subject {}

    /** The transaction with an ST02 (AK202) in the group with a GS06 (AK102). */
    record TransactionSet(String senderId, String receiverId, String group, String number) implements Subject {}

    /** The transaction with a BHT03 (TRN02 of 2200B). */
    record Submission(String reference) implements Subject {}

    /** The claim with a CLM01 (TRN02 of 2200D) in the transaction with a BHT03, which may be empty. */
    record SingleClaim(String reference, String patientControlNumber) implements Subject {}
}
