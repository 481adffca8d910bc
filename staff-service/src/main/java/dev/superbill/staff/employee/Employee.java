package dev.superbill.staff.employee;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who works, or has worked, for the practice. */
@Entity
@Table(name = "employee")
class Employee extends PracticeEntity {

    @Column
    private String lastName;

    @Column
    private String firstName;

    @Enumerated(EnumType.STRING)
    private EmployeeRole role;

    @Column
    private @Nullable String npi;

    @Column
    private @Nullable String taxonomy;

    @Column
    private boolean treatsPatients;

    @Column
    private boolean active;

    @Column
    private @Nullable String phone;

    @Column
    private @Nullable String email;

    protected Employee() {}

    Employee(EmployeeRequest request) {
        change(request);
    }

    final void change(EmployeeRequest request) {
        lastName = request.lastName().strip();
        firstName = request.firstName().strip();
        role = request.role();
        npi = request.npi();
        taxonomy = request.taxonomy();
        treatsPatients = request.treatsPatients();
        active = Objects.requireNonNullElse(request.active(), Boolean.TRUE);
        phone = request.phone();
        email = request.email();
    }

    boolean treatsPatients() {
        return treatsPatients;
    }

    boolean active() {
        return active;
    }

    EmployeeView view() {
        return new EmployeeView(
                id(), lastName, firstName, role, npi, taxonomy, treatsPatients, active, phone, email, version());
    }

    ProviderView provider() {
        return new ProviderView(id(), npi, taxonomy, lastName, firstName, active, version());
    }

    EmployeeChanged event() {
        return new EmployeeChanged(id(), version(), lastName, firstName, npi, taxonomy, treatsPatients, active);
    }
}
