package dev.superbill.staff.credential;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A licence, certificate or insurance of an employee. */
@Entity
@Table(name = "credential")
class Credential extends PracticeEntity {

    @Column
    private UUID employeeId;

    @Enumerated(EnumType.STRING)
    private CredentialKind kind;

    @Column
    private @Nullable String number;

    @Column
    private @Nullable String state;

    @Column
    private LocalDate validFrom;

    @Column
    private @Nullable LocalDate validTo;

    protected Credential() {}

    Credential(CredentialRequest request) {
        change(request);
    }

    final void change(CredentialRequest request) {
        employeeId = request.employeeId();
        kind = request.kind();
        number = request.number();
        state = request.state();
        validFrom = request.validFrom();
        validTo = request.validTo();
    }

    CredentialView view() {
        return new CredentialView(id(), employeeId, kind, number, state, validFrom, validTo, version());
    }

    CredentialChanged event() {
        return new CredentialChanged(id(), version(), employeeId, kind, state, validFrom, validTo);
    }
}
