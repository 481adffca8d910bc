package dev.superbill.claims.submission;

import dev.superbill.claims.claim.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Notes in one transaction that a batch was sent: the batch itself, and its claims. */
@ApplicationScoped
class SentClaims {

    private final Claims claims;

    SentClaims(Claims claims) {
        this.claims = claims;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void markSent(Batch batch, Instant at) {
        // an answer may have told so in the meantime
        if (batch.status().isToBeSent()) {
            batch.sent(at);
            claims.sent(batch.id());
        }
    }
}
