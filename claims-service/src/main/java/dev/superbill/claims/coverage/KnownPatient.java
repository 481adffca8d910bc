package dev.superbill.claims.coverage;

import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A patient's row of the projection. */
@Entity
@Table(name = "known_patient")
class KnownPatient extends PracticeEntity {

    @Column(name = "event_version")
    private long eventVersion;

    /** {@link Patient}, sealed. */
    @Column
    private byte[] details;

    protected KnownPatient() {}

    KnownPatient(long eventVersion, Patient details, SealedColumn<Patient> seal) {
        super(details.patientId());
        this.eventVersion = eventVersion;
        this.details = seal.seal(id(), details);
    }

    /** Takes over newer state; what was passed already changes nothing. */
    boolean change(long eventVersion, Patient details, SealedColumn<Patient> seal) {
        if (eventVersion <= this.eventVersion) {
            return false;
        }
        this.eventVersion = eventVersion;
        this.details = seal.seal(id(), details);
        return true;
    }

    Patient details(SealedColumn<Patient> seal) {
        return seal.open(id(), details);
    }
}
