package dev.superbill.claims.coverage;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A patient's row of the projection. */
@Entity
@Table(name = "known_patient")
class KnownPatient extends PracticeEntity {

    @Column(name = "event_version")
    private long eventVersion;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Patient details;

    protected KnownPatient() {}

    KnownPatient(UUID id, long eventVersion, Patient details) {
        super(id);
        this.eventVersion = eventVersion;
        this.details = details;
    }

    /** Takes over newer state; what was passed already changes nothing. */
    boolean change(long eventVersion, Patient details) {
        if (eventVersion <= this.eventVersion) {
            return false;
        }
        this.eventVersion = eventVersion;
        this.details = details;
        return true;
    }

    Patient details() {
        return details;
    }
}
