package dev.superbill.scheduling.coverage;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** A patient's policy with a payer. */
@Entity
@Table(name = "coverage")
class Coverage extends PracticeEntity {

    @Column
    private UUID patientId;

    @Column
    private UUID payerId;

    @Column
    private String memberId;

    @Column
    private @Nullable String groupNumber;

    @Column
    private short rank;

    @Enumerated(EnumType.STRING)
    private Relationship relationship;

    @Embedded
    @EmbeddedColumnNaming("subscriber_%s")
    private @Nullable Subscriber subscriber;

    @Column
    private LocalDate effectiveFrom;

    @Column
    private @Nullable LocalDate effectiveTo;

    @Column
    private boolean benefitsAssigned;

    @Column
    private boolean informationReleased;

    protected Coverage() {}

    Coverage(UUID patientId, CoverageRequest request) {
        this.patientId = patientId;
        change(request);
    }

    final void change(CoverageRequest request) {
        payerId = request.payerId();
        memberId = request.memberId().strip();
        groupNumber = request.groupNumber();
        rank = request.rank().shortValue();
        relationship = request.relationship();
        subscriber = relationship == Relationship.SELF ? null : request.subscriber();
        effectiveFrom = request.effectiveFrom();
        effectiveTo = request.effectiveTo();
        benefitsAssigned = !Boolean.FALSE.equals(request.benefitsAssigned());
        informationReleased = !Boolean.FALSE.equals(request.informationReleased());
    }

    CoverageView view() {
        return new CoverageView(
                id(),
                patientId,
                payerId,
                memberId,
                groupNumber,
                rank,
                relationship,
                subscriber,
                effectiveFrom,
                effectiveTo,
                benefitsAssigned,
                informationReleased,
                version());
    }

    CoverageChanged event() {
        return new CoverageChanged(
                id(),
                version(),
                patientId,
                payerId,
                memberId,
                groupNumber,
                rank,
                relationship,
                subscriber,
                effectiveFrom,
                effectiveTo,
                benefitsAssigned,
                informationReleased);
    }
}
