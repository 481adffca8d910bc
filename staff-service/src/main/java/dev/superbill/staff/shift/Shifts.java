package dev.superbill.staff.shift;

import dev.superbill.platform.database.Constraints;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.staff.availability.Availability;
import dev.superbill.staff.availability.Presence;
import dev.superbill.staff.availability.TimeSource;
import dev.superbill.staff.employee.Employees;
import dev.superbill.staff.practice.PracticeZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Plans shifts. */
@ApplicationScoped
@Transactional
class Shifts implements TimeSource {

    private final ShiftRepository repository;
    private final Employees employees;
    private final Availability availability;
    private final PracticeZone practice;

    Shifts(ShiftRepository repository, Employees employees, Availability availability, PracticeZone practice) {
        this.repository = repository;
        this.employees = employees;
        this.availability = availability;
        this.practice = practice;
    }

    /**
     * Plans a shift.
     *
     * @throws ProblemException 409 SHIFT_OVERLAPS when the employee has another at that time
     */
    ShiftView plan(ShiftRequest request) {
        employees.lockActive(request.employeeId());
        Shift shift = new Shift(request.checked());
        repository.persist(shift);
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            if (!"shift_once".equals(Constraints.violated(e))) {
                throw e;
            }
            throw ProblemException.conflict("SHIFT_OVERLAPS", "The employee has another shift at this time");
        }
        availability.tell(shift.employeeId());
        return shift.view();
    }

    void strike(UUID id) {
        Shift shift = existing(id);
        repository.delete(shift);
        repository.flush();
        availability.tell(shift.employeeId());
    }

    ShiftView find(UUID id) {
        return existing(id).view();
    }

    Page<ShiftView> search(@Nullable UUID employee, @Nullable LocalDate date, PageRequest page) {
        return Page.of(
                repository.search(employee, date, practice.zone(), page).stream()
                        .map(Shift::view)
                        .toList(),
                page.limit(),
                ShiftRepository::position);
    }

    @Override
    public List<Presence> presences(UUID employeeId, Instant after) {
        return repository.find("employeeId = ?1 and endsAt > ?2", employeeId, after).stream()
                .map(Shift::presence)
                .toList();
    }

    private Shift existing(UUID id) {
        Shift shift = repository.findById(id);
        if (shift == null) {
            throw ProblemException.notFound("shift", id);
        }
        return shift;
    }
}
