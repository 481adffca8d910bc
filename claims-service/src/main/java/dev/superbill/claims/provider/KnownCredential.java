package dev.superbill.claims.provider;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential's row of the projection. */
@Entity
@Table(name = "known_credential")
class KnownCredential extends PracticeEntity {

    @Column(name = "event_version")
    private long eventVersion;

    @Column(name = "employee_id")
    private UUID employeeId;

    @Column
    private String kind;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    protected KnownCredential() {}

    KnownCredential(
            UUID id,
            long eventVersion,
            UUID employeeId,
            String kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        super(id);
        this.eventVersion = eventVersion;
        this.employeeId = employeeId;
        this.kind = kind;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    /** Takes over newer state; what was passed already changes nothing. */
    boolean change(long eventVersion, String kind, LocalDate validFrom, @Nullable LocalDate validTo) {
        if (eventVersion <= this.eventVersion) {
            return false;
        }
        this.eventVersion = eventVersion;
        this.kind = kind;
        this.validFrom = validFrom;
        this.validTo = validTo;
        return true;
    }

    UUID employeeId() {
        return employeeId;
    }

    License license() {
        return new License(id(), validFrom, validTo);
    }
}
