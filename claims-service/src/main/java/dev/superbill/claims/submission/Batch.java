package dev.superbill.claims.submission;

import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims that go to a trading partner in one interchange. */
@Entity
@Table(name = "batch")
class Batch extends PracticeEntity {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int LONGEST_ERROR = 500;

    @Column
    private UUID tradingPartnerId;

    @Column
    private @Nullable UUID payerId;

    @Enumerated(EnumType.STRING)
    private BatchStatus status;

    @Column
    private String senderId;

    @Column
    private String receiverId;

    @Column
    private @Nullable Long interchangeNumber;

    @Column
    private @Nullable Long groupNumber;

    @Column
    private @Nullable String fileName;

    @Column
    private @Nullable Long bytes;

    @Column
    private @Nullable String sha256;

    @Column
    private Instant createdAt;

    @Column
    private String createdBy;

    @Column
    private @Nullable Instant sentAt;

    @Column
    private int attempts;

    @Column
    private @Nullable Instant nextAttemptAt;

    @Column
    private @Nullable String lastError;

    protected Batch() {}

    Batch(TradingPartnerView partner, @Nullable UUID payerId, Instant at, String by) {
        this.tradingPartnerId = partner.id();
        this.payerId = payerId;
        this.senderId = partner.submitterId();
        this.receiverId = partner.receiverId();
        this.status = BatchStatus.EMPTY;
        this.createdAt = at;
        this.createdBy = by;
    }

    /** The interchange was written and kept; it may be sent from now on. */
    void built(AllocatedNumbers numbers, BuiltFile file) {
        if (status != BatchStatus.EMPTY || interchangeNumber != null) {
            throw new IllegalStateException("A batch is built once");
        }
        status = BatchStatus.BUILT;
        interchangeNumber = numbers.interchange();
        groupNumber = numbers.group();
        fileName = numbers.fileName();
        bytes = (long) file.content().length;
        sha256 = file.sha256();
        nextAttemptAt = createdAt;
    }

    /** The file lies at the partner under its temporary name. */
    void uploaded() {
        become(BatchStatus.UPLOADED);
    }

    /** What lay at the partner is not what was uploaded: from the beginning. */
    void uploadLost() {
        become(BatchStatus.BUILT);
    }

    void sent(Instant at) {
        become(BatchStatus.SENT);
        sentAt = at;
        nextAttemptAt = null;
        lastError = null;
    }

    /** An attempt has failed; the pauses grow from 2 seconds to 10 minutes. */
    void failed(Instant at, String error) {
        attempts++;
        lastError = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        long factor = 1L << Math.min(attempts - 1, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(factor);
        nextAttemptAt = at.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** A person wants it tried now. */
    void retry(Instant at) {
        if (status.isToBeSent()) {
            nextAttemptAt = at;
        }
    }

    /** The partner has answered for the whole interchange or for all of its transactions. */
    void answered(BatchStatus outcome) {
        if (status != outcome) {
            become(outcome);
        }
    }

    private void become(BatchStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("A batch that is " + status + " does not become " + next);
        }
        status = next;
    }

    UUID tradingPartnerId() {
        return tradingPartnerId;
    }

    @Nullable
    UUID payerId() {
        return payerId;
    }

    BatchStatus status() {
        return status;
    }

    String senderId() {
        return senderId;
    }

    String receiverId() {
        return receiverId;
    }

    @Nullable
    Long interchangeNumber() {
        return interchangeNumber;
    }

    @Nullable
    Long groupNumber() {
        return groupNumber;
    }

    /** The final name at the partner; only a batch with an interchange has one. */
    String fileName() {
        return Objects.requireNonNull(fileName);
    }

    @Nullable
    Long bytes() {
        return bytes;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    @Nullable
    String lastError() {
        return lastError;
    }
}
