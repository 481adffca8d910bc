package dev.superbill.claims.provider;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A provider's row of the projection. */
@Entity
@Table(name = "known_provider")
class KnownProvider extends PracticeEntity {

    @Column(name = "event_version")
    private long eventVersion;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Provider details;

    protected KnownProvider() {}

    KnownProvider(long eventVersion, Provider details) {
        super(details.employeeId());
        this.eventVersion = eventVersion;
        this.details = details;
    }

    /** Takes over newer state; what was passed already changes nothing. */
    boolean change(long eventVersion, Provider details) {
        if (eventVersion <= this.eventVersion) {
            return false;
        }
        this.eventVersion = eventVersion;
        this.details = details;
        return true;
    }

    Provider details() {
        return details;
    }
}
