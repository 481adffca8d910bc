package dev.superbill.claims.acknowledgement;

import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file of answers: kept first, then understood. Rows are made by {@link AcknowledgementStore#keep}. */
@Entity
@Table(name = "acknowledgement")
class Acknowledgement extends PracticeEntity {

    /** How far its reading has come. */
    enum Status {
        KEPT,
        UNDERSTOOD,
        UNREADABLE
    }

    @Column
    private @Nullable UUID tradingPartnerId;

    @Column
    private String source;

    @Column
    private @Nullable String fileName;

    @Column
    private Instant receivedAt;

    @Column
    private String receivedBy;

    @Column
    private String sha256;

    @Column
    private long bytes;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column
    private int attempts;

    @Enumerated(EnumType.STRING)
    private @Nullable Kind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    /** {@link Notes}, sealed; null before it is understood. */
    @Column
    private byte @Nullable [] findings;

    protected Acknowledgement() {}

    void understood(Kind kind, Outcome outcome, Notes notes, SealedColumn<Notes> seal) {
        this.status = Status.UNDERSTOOD;
        this.kind = kind;
        this.outcome = outcome;
        this.findings = seal.seal(id(), notes);
    }

    void unreadable(String fault, SealedColumn<Notes> seal) {
        this.status = Status.UNREADABLE;
        this.kind = Kind.UNKNOWN;
        this.outcome = Outcome.UNREADABLE;
        this.findings = seal.seal(id(), Notes.unreadable(fault));
    }

    void failed() {
        attempts++;
    }

    @Nullable
    UUID tradingPartnerId() {
        return tradingPartnerId;
    }

    Status status() {
        return status;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    AcknowledgementView view(AcknowledgementStore.Effects effects, SealedColumn<Notes> seal) {
        Notes notes = findings == null ? Notes.NONE : seal.open(id(), findings);
        return new AcknowledgementView(
                id(),
                kind == null ? Kind.UNKNOWN : kind,
                outcome,
                status.name(),
                receivedAt,
                receivedBy,
                source,
                tradingPartnerId,
                fileName,
                sha256,
                bytes,
                effects.moved(),
                effects.recorded(),
                notes.unmatched(),
                notes.warnings(),
                notes.fault().isEmpty() ? null : notes.fault());
    }
}
