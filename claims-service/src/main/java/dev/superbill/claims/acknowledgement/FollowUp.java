package dev.superbill.claims.acknowledgement;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work for a person: an answer that needs one, or one that did not come. Rows are opened by {@link FollowUps}. */
@Entity
@Table(name = "follow_up")
class FollowUp extends PracticeEntity {

    /** Whether it waits. */
    enum Status {
        OPEN,
        DONE
    }

    @Enumerated(EnumType.STRING)
    private FollowUpKind kind;

    @Column
    private @Nullable UUID batchId;

    @Column
    private @Nullable UUID claimId;

    @Column
    private @Nullable UUID acknowledgementId;

    @Column
    @Convert(converter = SealedDetail.class)
    private String detail;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column
    private Instant openedAt;

    @Column
    private @Nullable Instant closedAt;

    @Column
    private @Nullable String closedBy;

    @Column
    @Convert(converter = SealedReason.class)
    private @Nullable String reason;

    protected FollowUp() {}

    void close(Instant at, String by, @Nullable String why) {
        if (status == Status.DONE) {
            throw new IllegalStateException("A follow-up is done once");
        }
        status = Status.DONE;
        closedAt = at;
        closedBy = by;
        reason = why;
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    FollowUpView view() {
        return new FollowUpView(
                id(),
                kind,
                status.name(),
                batchId,
                claimId,
                acknowledgementId,
                detail,
                openedAt,
                closedAt,
                closedBy,
                reason);
    }
}
