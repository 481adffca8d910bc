package dev.superbill.claims.acknowledgement;

import dev.superbill.platform.phi.SealedText;
import jakarta.persistence.Converter;

/** What a person has said on closing a follow-up. */
@Converter
class SealedReason extends SealedText {

    SealedReason() {
        super("follow_up", "reason");
    }
}
