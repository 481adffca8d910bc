package dev.superbill.claims.claim;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a claim: never changed, never removed. */
@Entity
@Table(name = "claim_history")
class ClaimHistoryEntry extends PracticeEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "claim_id")
    private Claim claim;

    @Column(name = "from_status")
    @Enumerated(EnumType.STRING)
    private @Nullable ClaimStatus from;

    @Column(name = "to_status")
    @Enumerated(EnumType.STRING)
    private ClaimStatus to;

    @Column
    private Instant at;

    @Column
    private String actor;

    @Column
    @Convert(converter = SealedReason.class)
    private @Nullable String reason;

    @Column
    private @Nullable String document;

    protected ClaimHistoryEntry() {}

    ClaimHistoryEntry(Claim claim, @Nullable ClaimStatus from, ClaimStatus to, Cause cause) {
        this.claim = claim;
        this.from = from;
        this.to = to;
        this.at = cause.at();
        this.actor = cause.actor();
        this.reason = cause.reason();
        this.document = cause.document();
    }

    Step step() {
        return new Step(from, to, at, actor, reason, document);
    }

    Claim claim() {
        return claim;
    }

    /** Why, when and by whom a claim is moved. */
    record Cause(
            Instant at,
            String actor,
            @Nullable String reason,
            @Nullable String document) {}

    /** A step as it is shown. */
    record Step(
            @Nullable ClaimStatus from,
            ClaimStatus to,
            Instant at,
            String by,
            @Nullable String reason,
            @Nullable String document) {}
}
