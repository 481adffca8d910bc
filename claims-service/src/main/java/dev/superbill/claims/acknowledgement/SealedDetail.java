package dev.superbill.claims.acknowledgement;

import dev.superbill.platform.phi.SealedText;
import jakarta.persistence.Converter;

/** What a follow-up is about. */
@Converter
class SealedDetail extends SealedText {

    SealedDetail() {
        super("follow_up", "detail");
    }
}
