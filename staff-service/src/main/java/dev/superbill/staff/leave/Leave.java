package dev.superbill.staff.leave;

import dev.superbill.platform.practice.PracticeEntity;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.staff.availability.Absence;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Days on which an employee is away. */
@Entity
@Table(name = "leave_request")
class Leave extends PracticeEntity {

    @Column
    private UUID employeeId;

    @Enumerated(EnumType.STRING)
    private LeaveKind kind;

    @Column
    private LocalDate firstDay;

    @Column
    private LocalDate lastDay;

    @Column
    private @Nullable LocalTime fromTime;

    @Column
    private @Nullable LocalTime toTime;

    @Column
    private Instant startsAt;

    @Column
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private LeaveStatus status;

    @Column
    private @Nullable String note;

    @ElementCollection
    @CollectionTable(name = "leave_history", joinColumns = @JoinColumn(name = "leave_id"))
    @OrderColumn(name = "ordinal")
    @BatchSize(size = 100)
    private List<Decision> history = new ArrayList<>();

    protected Leave() {}

    Leave(LeaveRequest request, ZoneId zone, Instant at, String by) {
        employeeId = request.employeeId();
        kind = request.kind();
        firstDay = request.from();
        lastDay = request.to();
        fromTime = request.fromTime();
        toTime = request.toTime();
        startsAt = request.startsAt(zone);
        endsAt = request.endsAt(zone);
        note = request.note();
        status = LeaveStatus.REQUESTED;
        history.add(new Decision(null, status, at, by));
    }

    /**
     * Decides about it.
     *
     * @return whether that changes when the employee is available
     * @throws ProblemException 409 ILLEGAL_TRANSITION naming the state, when the step does not lead from it
     */
    boolean take(LeaveStep step, Instant at, String by) {
        if (!step.from().contains(status)) {
            throw ProblemException.conflict(
                    "ILLEGAL_TRANSITION", "The leave is " + status + ": " + step.path() + " is not possible");
        }
        boolean wasAway = status == LeaveStatus.APPROVED;
        history.add(new Decision(status, step.to(), at, by));
        status = step.to();
        return wasAway || status == LeaveStatus.APPROVED;
    }

    UUID employeeId() {
        return employeeId;
    }

    Absence absence() {
        return new Absence(startsAt, endsAt, kind.name());
    }

    LeaveView view() {
        return new LeaveView(
                id(),
                employeeId,
                kind,
                firstDay,
                lastDay,
                fromTime,
                toTime,
                status,
                List.copyOf(history),
                note,
                version());
    }
}
