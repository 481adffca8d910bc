package dev.superbill.staff.employee;

import dev.superbill.platform.database.Constraints;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Hires and finds employees. */
@ApplicationScoped
@Transactional
public class Employees {

    private final EmployeeRepository repository;
    private final Outbox outbox;

    Employees(EmployeeRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    Employee hire(EmployeeRequest request) {
        Employee employee = new Employee(request);
        repository.persist(employee);
        return told(employee);
    }

    Employee change(UUID id, EmployeeRequest request, @Nullable String ifMatch) {
        Employee employee = find(id);
        EntityTags.check(ifMatch, employee.version());
        employee.change(request);
        return told(employee);
    }

    Employee find(UUID id) {
        Employee employee = repository.findById(id);
        if (employee == null) {
            throw ProblemException.notFound("employee", id);
        }
        return employee;
    }

    Employee findProvider(UUID id) {
        Employee employee = repository.findById(id);
        if (employee == null || !employee.treatsPatients()) {
            throw ProblemException.notFound("provider", id);
        }
        return employee;
    }

    Page<Employee> search(
            @Nullable Boolean treatsPatients, @Nullable Boolean active, @Nullable String npi, PageRequest page) {
        return Page.of(
                repository.search(treatsPatients, active, npi, page),
                page.limit(),
                employee -> employee.id().toString());
    }

    /**
     * Refuses an id that is no employee's of the practice, for commands that name one in their body.
     *
     * @throws ProblemException 404 when there is none; 409 when the person has left
     */
    public void requireActive(UUID id) {
        if (!find(id).active()) {
            throw ProblemException.conflict("EMPLOYEE_LEFT", "This employee does not work here any more");
        }
    }

    /**
     * Does what {@link #requireActive} does, and keeps others from planning the same employee's time until the running
     * transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockActive(UUID id) {
        repository.lock(id);
        requireActive(id);
    }

    /** The version is the new one only after the flush. */
    private Employee told(Employee employee) {
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            if (!"employee_npi_once".equals(Constraints.violated(e))) {
                throw e;
            }
            throw ProblemException.conflict(
                    "NPI_TAKEN", "Another employee of the practice has this NPI; look it up with GET /providers?npi=");
        }
        outbox.publish(employee.event().outboxEvent());
        return employee;
    }
}
