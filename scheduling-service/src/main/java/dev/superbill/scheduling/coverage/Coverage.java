package dev.superbill.scheduling.coverage;

import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient's policy with a payer. */
@Entity
@Table(name = "coverage")
class Coverage extends PracticeEntity {

    @Column
    private UUID patientId;

    @Column
    private UUID payerId;

    /** {@link CoverageDetails}, sealed. */
    @Column
    private byte[] details;

    @Column
    private short rank;

    @Enumerated(EnumType.STRING)
    private Relationship relationship;

    @Column
    private LocalDate effectiveFrom;

    @Column
    private @Nullable LocalDate effectiveTo;

    @Column
    private boolean benefitsAssigned;

    @Column
    private boolean informationReleased;

    protected Coverage() {}

    Coverage(UUID patientId, CoverageRequest request, SealedColumn<CoverageDetails> seal) {
        this.patientId = patientId;
        details = seal.seal(id(), CoverageDetails.of(request));
        describe(request);
    }

    void change(CoverageRequest request, SealedColumn<CoverageDetails> seal) {
        CoverageDetails told = CoverageDetails.of(request);
        if (!told.equals(details(seal))) {
            details = seal.seal(id(), told);
        }
        describe(request);
    }

    private void describe(CoverageRequest request) {
        payerId = request.payerId();
        rank = request.rank().shortValue();
        relationship = request.relationship();
        effectiveFrom = request.effectiveFrom();
        effectiveTo = request.effectiveTo();
        benefitsAssigned = !Boolean.FALSE.equals(request.benefitsAssigned());
        informationReleased = !Boolean.FALSE.equals(request.informationReleased());
    }

    boolean isOf(UUID patient) {
        return patientId.equals(patient);
    }

    private CoverageDetails details(SealedColumn<CoverageDetails> seal) {
        return seal.open(id(), details);
    }

    CoverageView view(SealedColumn<CoverageDetails> seal) {
        CoverageDetails opened = details(seal);
        return new CoverageView(
                id(),
                patientId,
                payerId,
                opened.memberId(),
                opened.groupNumber(),
                rank,
                relationship,
                opened.subscriber(),
                effectiveFrom,
                effectiveTo,
                benefitsAssigned,
                informationReleased,
                version());
    }

    CoverageChanged event(SealedColumn<CoverageDetails> seal) {
        CoverageDetails opened = details(seal);
        return new CoverageChanged(
                id(),
                version(),
                patientId,
                payerId,
                opened.memberId(),
                opened.groupNumber(),
                rank,
                relationship,
                opened.subscriber(),
                effectiveFrom,
                effectiveTo,
                benefitsAssigned,
                informationReleased);
    }
}
