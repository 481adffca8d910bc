package dev.superbill.claims.coverage;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
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

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Coverage details;

    protected KnownCoverage() {}

    KnownCoverage(long eventVersion, Coverage details) {
        super(details.coverageId());
        take(eventVersion, details);
    }

    /** Takes over newer state; what was passed already changes nothing. */
    boolean change(long eventVersion, Coverage details) {
        if (eventVersion <= this.eventVersion) {
            return false;
        }
        take(eventVersion, details);
        return true;
    }

    private void take(long eventVersion, Coverage details) {
        this.eventVersion = eventVersion;
        this.patientId = details.patientId();
        this.payerId = details.payerId();
        this.rank = details.rank();
        this.effectiveFrom = details.effectiveFrom();
        this.effectiveTo = details.effectiveTo();
        this.details = details;
    }

    Coverage details() {
        return details;
    }
}
