package dev.superbill.scheduling.coverage;

import dev.superbill.platform.database.Constraints;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.scheduling.patient.Patients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Keeps patients' coverages. */
@ApplicationScoped
@Transactional
class Coverages {

    private final CoverageRepository repository;
    private final Patients patients;
    private final Outbox outbox;
    private final SealedColumn<CoverageDetails> seal;

    Coverages(CoverageRepository repository, Patients patients, Outbox outbox, Phi phi) {
        this.repository = repository;
        this.patients = patients;
        this.outbox = outbox;
        this.seal = phi.column("coverage", "details", CoverageDetails.class);
    }

    /**
     * Enters a coverage. Changes of one patient's coverages queue up, because two that overlap and wait for each other in
     * the database's constraint would end in a deadlock.
     *
     * @throws ProblemException 409 COVERAGE_OVERLAPS when another of the same rank holds on one of its days
     */
    CoverageView enter(UUID patientId, CoverageRequest request) {
        patients.lock(patientId);
        Coverage coverage = new Coverage(patientId, request.checked(), seal);
        repository.persist(coverage);
        return told(coverage);
    }

    CoverageView change(UUID patientId, UUID id, CoverageRequest request, @Nullable String ifMatch) {
        patients.lock(patientId);
        Coverage coverage = existing(patientId, id);
        EntityTags.check(ifMatch, coverage.version());
        coverage.change(request.checked(), seal);
        return told(coverage);
    }

    CoverageView find(UUID patientId, UUID id) {
        return existing(patientId, id).view(seal);
    }

    Page<CoverageView> of(UUID patientId, @Nullable LocalDate on, PageRequest page) {
        patients.require(patientId);
        return Page.of(
                        repository.of(patientId, on, page),
                        page.limit(),
                        coverage -> coverage.id().toString())
                .map(coverage -> coverage.view(seal));
    }

    private Coverage existing(UUID patientId, UUID id) {
        Coverage coverage = repository.findById(id);
        if (coverage == null || !coverage.isOf(patientId)) {
            throw ProblemException.notFound("coverage", id);
        }
        return coverage;
    }

    /** The version is the new one only after the flush. */
    private CoverageView told(Coverage coverage) {
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            if (!"coverage_rank_once".equals(Constraints.violated(e))) {
                throw e;
            }
            throw ProblemException.conflict(
                    "COVERAGE_OVERLAPS",
                    "The patient has another coverage of this rank on some of these days; end that one first, or choose another rank");
        }
        outbox.publish(coverage.event(seal).outboxEvent());
        return coverage.view(seal);
    }
}
