package dev.superbill.scheduling.patient;

import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers and finds patients. */
@ApplicationScoped
@Transactional
public class Patients {

    private final PatientRepository repository;
    private final PatientIndex index;
    private final SealedColumn<PatientDetails> seal;
    private final Outbox outbox;

    Patients(PatientRepository repository, PatientIndex index, Outbox outbox, Phi phi) {
        this.repository = repository;
        this.index = index;
        this.seal = phi.column("patient", "details", PatientDetails.class);
        this.outbox = outbox;
    }

    PatientView register(PatientRequest request) {
        checkGuarantor(request.guarantorId());
        Patient patient = new Patient(request, seal);
        repository.persist(patient);
        PatientView registered = told(patient);
        index.keep(patient.id(), patient.details(seal));
        return registered;
    }

    PatientView change(UUID id, PatientRequest request, @Nullable String ifMatch) {
        Patient patient = existing(id);
        EntityTags.check(ifMatch, patient.version());
        checkGuarantor(request.guarantorId());
        if (patient.change(request, seal)) {
            index.keep(patient.id(), patient.details(seal));
        }
        return told(patient);
    }

    PatientView find(UUID id) {
        return existing(id).view(seal);
    }

    Page<PatientView> search(@Nullable String name, @Nullable LocalDate birthDate, PageRequest page) {
        return Page.of(
                        repository.inOrder(index.find(name, birthDate, page)),
                        page.limit(),
                        patient -> patient.id().toString())
                .map(patient -> patient.view(seal));
    }

    /**
     * Refuses an id that is no patient's of the practice.
     *
     * @throws ProblemException 404
     */
    public void require(UUID id) {
        existing(id);
    }

    /**
     * Keeps others from booking for the same patient until the running transaction ends.
     *
     * @throws ProblemException 404 when there is no such patient
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID id) {
        if (!repository.lock(id)) {
            throw ProblemException.notFound("patient", id);
        }
    }

    private Patient existing(UUID id) {
        Patient patient = repository.findById(id);
        if (patient == null) {
            throw ProblemException.notFound("patient", id);
        }
        return patient;
    }

    private void checkGuarantor(@Nullable UUID guarantorId) {
        if (guarantorId != null && repository.findById(guarantorId) == null) {
            throw ProblemException.unprocessable(
                    "GUARANTOR_UNKNOWN",
                    "guarantorId",
                    "The guarantor is no patient of the practice",
                    "Register the guarantor first");
        }
    }

    /** The version is the new one only after the flush. */
    private PatientView told(Patient patient) {
        repository.flush();
        outbox.publish(patient.event(seal).outboxEvent());
        return patient.view(seal);
    }
}
