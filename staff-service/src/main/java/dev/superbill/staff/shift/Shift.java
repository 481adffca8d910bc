package dev.superbill.staff.shift;

import dev.superbill.platform.practice.PracticeEntity;
import dev.superbill.staff.availability.Presence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time at which an employee is to work. */
@Entity
@Table(name = "shift")
class Shift extends PracticeEntity {

    @Column
    private UUID employeeId;

    @Column
    private Instant startsAt;

    @Column
    private Instant endsAt;

    @Column
    private @Nullable String note;

    protected Shift() {}

    Shift(ShiftRequest request) {
        employeeId = request.employeeId();
        startsAt = request.start().truncatedTo(ChronoUnit.MICROS);
        endsAt = request.end().truncatedTo(ChronoUnit.MICROS);
        note = request.note();
    }

    UUID employeeId() {
        return employeeId;
    }

    Presence presence() {
        return new Presence(startsAt, endsAt);
    }

    ShiftView view() {
        return new ShiftView(id(), employeeId, startsAt, endsAt, note, version());
    }
}
