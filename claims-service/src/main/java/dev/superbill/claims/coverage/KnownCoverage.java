package dev.superbill.claims.coverage;

import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coverage's row of the projection; the columns beside the details are there to be searched. */
@Entity
@Table(name = "known_coverage")
class KnownCoverage extends PracticeEntity {

    @Column(name = "event_version")
    private long eventVersion;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column
    private int rank;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "effective_to")
    private @Nullable LocalDate effectiveTo;

    /** {@link Coverage}, sealed. */
    @Column
    private byte[] details;

    protected KnownCoverage() {}

    KnownCoverage(long eventVersion, Coverage details, SealedColumn<Coverage> seal) {
        super(details.coverageId());
        take(eventVersion, details, seal);
    }

    /** Takes over newer state; what was passed already changes nothing. */
    boolean change(long eventVersion, Coverage details, SealedColumn<Coverage> seal) {
        if (eventVersion <= this.eventVersion) {
            return false;
        }
        take(eventVersion, details, seal);
        return true;
    }

    private void take(long eventVersion, Coverage details, SealedColumn<Coverage> seal) {
        this.eventVersion = eventVersion;
        this.patientId = details.patientId();
        this.payerId = details.payerId();
        this.rank = details.rank();
        this.effectiveFrom = details.effectiveFrom();
        this.effectiveTo = details.effectiveTo();
        this.details = seal.seal(id(), details);
    }

    Coverage details(SealedColumn<Coverage> seal) {
        return seal.open(id(), details);
    }
}
