package dev.superbill.claims.claim;

import dev.superbill.platform.phi.SealedText;
import jakarta.persistence.Converter;

/** Why a claim was moved: a person's words or a payer's. */
@Converter
class SealedReason extends SealedText {

    SealedReason() {
        super("claim_history", "reason");
    }
}
