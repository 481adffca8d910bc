package dev.superbill.scheduling.patient;

import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person whom the practice treats, or who pays for one. */
@Entity
@Table(name = "patient")
class Patient extends PracticeEntity {

    /** {@link PatientDetails}, sealed. */
    @Column
    private byte[] details;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    @Column
    private @Nullable UUID guarantorId;

    protected Patient() {}

    Patient(PatientRequest request, SealedColumn<PatientDetails> seal) {
        details = seal.seal(id(), PatientDetails.of(request));
        describe(request);
    }

    /** Takes over what is told; gives whether it is another who, by which the patient is found. */
    boolean change(PatientRequest request, SealedColumn<PatientDetails> seal) {
        describe(request);
        PatientDetails told = PatientDetails.of(request);
        if (told.equals(details(seal))) {
            return false;
        }
        details = seal.seal(id(), told);
        return true;
    }

    private void describe(PatientRequest request) {
        sex = Objects.requireNonNullElse(request.sex(), Sex.U);
        guarantorId = id().equals(request.guarantorId()) ? null : request.guarantorId();
    }

    PatientDetails details(SealedColumn<PatientDetails> seal) {
        return seal.open(id(), details);
    }

    PatientView view(SealedColumn<PatientDetails> seal) {
        PatientDetails opened = details(seal);
        return new PatientView(
                id(),
                opened.lastName(),
                opened.firstName(),
                opened.middleName(),
                opened.birthDate(),
                sex,
                opened.address(),
                opened.phone(),
                opened.email(),
                guarantorId,
                version());
    }

    PatientChanged event(SealedColumn<PatientDetails> seal) {
        PatientDetails opened = details(seal);
        return new PatientChanged(
                id(),
                version(),
                opened.lastName(),
                opened.firstName(),
                opened.middleName(),
                opened.birthDate(),
                sex,
                opened.address(),
                opened.phone(),
                opened.email(),
                guarantorId);
    }
}
