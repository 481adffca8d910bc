package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.claim.Hop;

/**
 * One thing that an answer says.
 *
 * @param hop who says it
 * @param reason in words, for the claim's history: codes as sent and the partner's own text
 * @param payerControlNumber the payer's number of the claim (REF*1K); empty when not told
 */
record Statement(Hop hop, Subject subject, Verdict verdict, String reason, String payerControlNumber) {

    Statement(Hop hop, Subject subject, Verdict verdict, String reason) {
        this(hop, subject, verdict, reason, "");
    }
}
