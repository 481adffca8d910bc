package dev.superbill.claims.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The face of the feature: patients and their coverages as scheduling told last. */
@ApplicationScoped
public class Coverages {

    private final PatientRepository patients;
    private final CoverageRepository coverages;
    private final Event<PatientTouched> touches;
    private final SealedColumn<Patient> patientSeal;
    private final SealedColumn<Coverage> coverageSeal;

    Coverages(PatientRepository patients, CoverageRepository coverages, Event<PatientTouched> touches, Phi phi) {
        this.patients = patients;
        this.coverages = coverages;
        this.touches = touches;
        this.patientSeal = phi.column("known_patient", "details", Patient.class);
        this.coverageSeal = phi.column("known_coverage", "details", Coverage.class);
    }

    /** A patient, when scheduling has told of one. */
    public Optional<Patient> patient(UUID id) {
        return patients.findByIdOptional(id).map(known -> known.details(patientSeal));
    }

    /** Patients by their ids; unknown ids are absent. */
    public Map<UUID, Patient> patients(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : patients.list("id in ?1", ids).stream()
                        .map(known -> known.details(patientSeal))
                        .collect(toMap(Patient::patientId, patient -> patient));
    }

    /** All coverages of a patient, past ones too, by rank and then the newer first. */
    public List<Coverage> of(UUID patientId) {
        return of(List.of(patientId)).getOrDefault(patientId, List.of());
    }

    /** All coverages of patients; a patient without one is absent. */
    public Map<UUID, List<Coverage>> of(Collection<UUID> patientIds) {
        return patientIds.isEmpty()
                ? Map.of()
                : coverages.list("patientId in ?1", patientIds).stream()
                        .map(known -> known.details(coverageSeal))
                        .sorted(Comparator.comparingInt(Coverage::rank)
                                .thenComparing(Coverage::effectiveFrom, Comparator.reverseOrder())
                                .thenComparing(Coverage::coverageId))
                        .collect(groupingBy(Coverage::patientId));
    }

    /** The coverages of a list that cover a day, one a rank: first the primary. */
    public static List<Coverage> active(List<Coverage> coverages, LocalDate day) {
        return coverages.stream()
                .filter(coverage -> coverage.covers(day))
                .collect(toMap(Coverage::rank, coverage -> coverage, (first, second) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(Coverage::rank))
                .toList();
    }

    void keep(long eventVersion, Patient patient) {
        KnownPatient known = patients.findById(patient.patientId());
        if (known == null) {
            patients.persist(new KnownPatient(eventVersion, patient, patientSeal));
        } else if (!known.change(eventVersion, patient, patientSeal)) {
            return;
        }
        patients.flush();
        touches.fire(new PatientTouched(patient.patientId()));
    }

    void keep(long eventVersion, Coverage coverage) {
        KnownCoverage known = coverages.findById(coverage.coverageId());
        if (known == null) {
            coverages.persist(new KnownCoverage(eventVersion, coverage, coverageSeal));
        } else if (!known.change(eventVersion, coverage, coverageSeal)) {
            return;
        }
        coverages.flush();
        touches.fire(new PatientTouched(coverage.patientId()));
    }

    @ApplicationScoped
    static class PatientRepository implements PanacheRepositoryBase<KnownPatient, UUID> {}

    @ApplicationScoped
    static class CoverageRepository implements PanacheRepositoryBase<KnownCoverage, UUID> {}
}
