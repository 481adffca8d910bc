package dev.superbill.staff.leave;

import dev.superbill.platform.database.Constraints;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.staff.availability.Absence;
import dev.superbill.staff.availability.Availability;
import dev.superbill.staff.availability.TimeSource;
import dev.superbill.staff.employee.Employees;
import dev.superbill.staff.practice.PracticeZone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Takes requests for leave, and decides about them. */
@ApplicationScoped
@Transactional
class Leaves implements TimeSource {

    private final LeaveRepository repository;
    private final Employees employees;
    private final Availability availability;
    private final PracticeZone practice;
    private final PracticeContext context;
    private final Clock clock;

    Leaves(
            LeaveRepository repository,
            Employees employees,
            Availability availability,
            PracticeZone practice,
            PracticeContext context,
            Clock clock) {
        this.repository = repository;
        this.employees = employees;
        this.availability = availability;
        this.practice = practice;
        this.context = context;
        this.clock = clock;
    }

    /**
     * Takes a request. Requests of one employee queue up, because two that overlap and wait for each other in the
     * database's constraint would end in a deadlock.
     *
     * @throws ProblemException 409 LEAVE_OVERLAPS when the employee has asked for some of these days before
     */
    LeaveView request(LeaveRequest request) {
        employees.lockActive(request.employeeId());
        ZoneId zone = practice.zone();
        Leave leave = new Leave(request.checked(zone), zone, now(), context.actor());
        repository.persist(leave);
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            if (!"leave_once".equals(Constraints.violated(e))) {
                throw e;
            }
            throw ProblemException.conflict(
                    "LEAVE_OVERLAPS", "The employee has leave on some of these days already; cancel that one first");
        }
        return leave.view();
    }

    LeaveView take(UUID id, LeaveStep step) {
        Leave leave = existing(id);
        boolean availabilityChanges = leave.take(step, now(), context.actor());
        repository.flush();
        if (availabilityChanges) {
            availability.tell(leave.employeeId());
        }
        return leave.view();
    }

    LeaveView find(UUID id) {
        return existing(id).view();
    }

    Page<LeaveView> search(
            @Nullable UUID employee, @Nullable LocalDate date, @Nullable LeaveStatus status, PageRequest page) {
        return Page.of(
                        repository.search(employee, date, status, page),
                        page.limit(),
                        leave -> leave.id().toString())
                .map(Leave::view);
    }

    @Override
    public List<Absence> absences(UUID employeeId, Instant after) {
        return repository.approved(employeeId, after).stream()
                .map(Leave::absence)
                .toList();
    }

    private Leave existing(UUID id) {
        Leave leave = repository.findById(id);
        if (leave == null) {
            throw ProblemException.notFound("leave", id);
        }
        return leave;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
