package dev.superbill.scheduling.appointment;

import dev.superbill.platform.practice.PracticeEntity;
import dev.superbill.platform.web.ProblemException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A time of a provider that is kept for a patient. */
@Entity
@Table(name = "appointment")
class Appointment extends PracticeEntity {

    @Column
    private UUID patientId;

    @Column
    private UUID providerId;

    /** Which of the patients who may have the same time this is, from 0. */
    @Column
    private short lane;

    @Column
    private @Nullable String room;

    @Column
    private Instant startsAt;

    @Column
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    @Column
    @Convert(converter = SealedReason.class)
    private @Nullable String reason;

    @ElementCollection
    @CollectionTable(name = "appointment_history", joinColumns = @JoinColumn(name = "appointment_id"))
    @OrderColumn(name = "ordinal")
    @BatchSize(size = 100)
    private List<Movement> history = new ArrayList<>();

    protected Appointment() {}

    Appointment(Booking booking, int lane, Instant at, String by) {
        patientId = booking.patientId();
        providerId = booking.providerId();
        this.lane = (short) lane;
        room = booking.room();
        startsAt = booking.start();
        endsAt = booking.end();
        reason = booking.reason();
        status = AppointmentStatus.BOOKED;
        history.add(new Movement(null, status, at, by));
    }

    /**
     * Takes a step.
     *
     * @throws ProblemException 409 ILLEGAL_TRANSITION naming the state, when the step does not lead from it
     */
    void take(AppointmentStep step, Instant at, String by) {
        if (!step.leadsFrom(status)) {
            throw ProblemException.conflict(
                    "ILLEGAL_TRANSITION", "The appointment is " + status + ": " + step.path() + " is not possible");
        }
        history.add(new Movement(status, step.to(), at, by));
        status = step.to();
    }

    /**
     * Moves it to another time, provider or room. The patient has to confirm the new one.
     *
     * @throws ProblemException 409 ILLEGAL_TRANSITION when the patient has come already, or will not; 422 when it would be
     *     another patient's
     */
    void reschedule(Booking booking, int lane, Instant at, String by) {
        if (status != AppointmentStatus.BOOKED && status != AppointmentStatus.CONFIRMED) {
            throw ProblemException.conflict(
                    "ILLEGAL_TRANSITION", "The appointment is " + status + ": it cannot be moved to another time");
        }
        if (!booking.patientId().equals(patientId)) {
            throw ProblemException.unprocessable(
                    "PATIENT_FIXED",
                    "patientId",
                    "An appointment stays the patient's own",
                    "Cancel it, and book one for the other patient");
        }
        providerId = booking.providerId();
        this.lane = (short) lane;
        room = booking.room();
        startsAt = booking.start();
        endsAt = booking.end();
        reason = booking.reason();
        history.add(new Movement(status, AppointmentStatus.BOOKED, at, by));
        status = AppointmentStatus.BOOKED;
    }

    private @Nullable Instant reached(AppointmentStatus wanted) {
        return history.stream()
                .filter(movement -> movement.to() == wanted)
                .findFirst()
                .map(Movement::at)
                .orElse(null);
    }

    /** As callers see it; {@code providerAway} is known to the projection of absences. */
    AppointmentView view(ZoneId zone, boolean providerAway) {
        return new AppointmentView(
                id(),
                status,
                List.copyOf(history),
                patientId,
                providerId,
                room,
                startsAt,
                endsAt,
                startsAt.atZone(zone).toLocalDate(),
                reason,
                reached(AppointmentStatus.CHECKED_IN),
                reached(AppointmentStatus.CHECKED_OUT),
                providerAway,
                version());
    }

    AppointmentChanged event(ZoneId zone) {
        return new AppointmentChanged(
                id(),
                version(),
                patientId,
                providerId,
                startsAt,
                endsAt,
                startsAt.atZone(zone).toLocalDate(),
                status,
                reason,
                reached(AppointmentStatus.CHECKED_IN),
                reached(AppointmentStatus.CHECKED_OUT));
    }
}
