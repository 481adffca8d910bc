package dev.superbill.scheduling.patient;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person whom the practice treats, or who pays for one. */
@Entity
@Table(name = "patient")
class Patient extends PracticeEntity {

    @Column
    private String lastName;

    @Column
    private String firstName;

    @Column
    private @Nullable String middleName;

    @Column
    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    @Embedded
    private Address address;

    @Column
    private @Nullable String phone;

    @Column
    private @Nullable String email;

    @Column
    private @Nullable UUID guarantorId;

    protected Patient() {}

    Patient(PatientRequest request) {
        change(request);
    }

    final void change(PatientRequest request) {
        lastName = request.lastName().strip();
        firstName = request.firstName().strip();
        middleName = blankToNull(request.middleName());
        birthDate = request.birthDate();
        sex = Objects.requireNonNullElse(request.sex(), Sex.U);
        address = request.address();
        phone = request.phone();
        email = request.email();
        guarantorId = id().equals(request.guarantorId()) ? null : request.guarantorId();
    }

    PatientView view() {
        return new PatientView(
                id(), lastName, firstName, middleName, birthDate, sex, address, phone, email, guarantorId, version());
    }

    PatientChanged event() {
        return new PatientChanged(
                id(), version(), lastName, firstName, middleName, birthDate, sex, address, phone, email, guarantorId);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
