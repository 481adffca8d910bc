package dev.superbill.payments.exception;

import dev.superbill.platform.phi.SealedText;

/** What a person has said on deciding. */
class SealedDecision extends SealedText {

    SealedDecision() {
        super("posting_exception", "decision");
    }
}
