package dev.superbill.scheduling.appointment;

import dev.superbill.platform.database.Constraints;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.scheduling.patient.Patients;
import dev.superbill.scheduling.practice.PracticeZone;
import dev.superbill.scheduling.provider.Providers;
import dev.superbill.scheduling.schedule.Schedules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Books appointments and moves them through the day. */
@ApplicationScoped
@Transactional
class Appointments {

    private final AppointmentRepository repository;
    private final Patients patients;
    private final Providers providers;
    private final Schedules schedules;
    private final PracticeZone practice;
    private final PracticeContext context;
    private final Outbox outbox;
    private final Clock clock;

    Appointments(
            AppointmentRepository repository,
            Patients patients,
            Providers providers,
            Schedules schedules,
            PracticeZone practice,
            PracticeContext context,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.patients = patients;
        this.providers = providers;
        this.schedules = schedules;
        this.practice = practice;
        this.context = context;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Books a time. Those who book for the same provider or patient queue up, first for the provider and then for the
     * patient: the database's exclusion constraints alone would refuse an overlap too, but two inserts that wait for each
     * other there end in a deadlock.
     *
     * @throws ProblemException 409 SLOT_TAKEN, PROVIDER_UNAVAILABLE or OUTSIDE_HOURS; 404 for an unknown patient or
     *     provider
     */
    AppointmentView book(AppointmentRequest request) {
        ZoneId zone = practice.zone();
        Booking booking = request.in(zone);
        int lane = lane(booking, zone, null);
        Appointment appointment = new Appointment(booking, lane, now(), context.actor());
        repository.persist(appointment);
        return placed(appointment, zone);
    }

    /**
     * Moves an appointment to another time, provider or room, under the rules of a booking.
     *
     * @throws ProblemException as booking does; 409 ILLEGAL_TRANSITION when it has begun or will not come; 412 when it has
     *     changed since it was read
     */
    AppointmentView reschedule(UUID id, AppointmentRequest request, @Nullable String ifMatch) {
        ZoneId zone = practice.zone();
        Booking booking = request.in(zone);
        Appointment appointment = existing(id);
        EntityTags.check(ifMatch, appointment.version());
        appointment.reschedule(booking, lane(booking, zone, id), now(), context.actor());
        return placed(appointment, zone);
    }

    AppointmentView take(UUID id, AppointmentStep step) {
        Appointment appointment = existing(id);
        appointment.take(step, now(), context.actor());
        return told(appointment, practice.zone());
    }

    AppointmentView find(UUID id) {
        return view(existing(id), practice.zone());
    }

    Page<AppointmentView> search(AppointmentSearch search, PageRequest page) {
        ZoneId zone = practice.zone();
        List<Appointment> found = repository.search(search, zone, now(), page);
        Set<UUID> away = repository.providerAway(now(), found);
        return Page.of(
                found.stream()
                        .map(appointment -> appointment.view(zone, away.contains(appointment.id())))
                        .toList(),
                page.limit(),
                AppointmentRepository::position);
    }

    private AppointmentView view(Appointment appointment, ZoneId zone) {
        return appointment.view(
                zone, !repository.providerAway(now(), List.of(appointment)).isEmpty());
    }

    /**
     * Waits for others who book for the same provider or patient, and finds a lane. Where all lanes are taken it is the
     * first, in which the database refuses the appointment.
     */
    private int lane(Booking booking, ZoneId zone, @Nullable UUID moved) {
        providers.lockForBooking(booking.providerId(), booking.start(), booking.end());
        patients.lock(booking.patientId());
        int capacity = schedules.capacity(
                booking.providerId(),
                LocalDateTime.ofInstant(booking.start(), zone),
                LocalDateTime.ofInstant(booking.end(), zone));
        return capacity == 1 ? 0 : repository.freeLane(booking, capacity, moved).orElse(0);
    }

    private AppointmentView placed(Appointment appointment, ZoneId zone) {
        try {
            return told(appointment, zone);
        } catch (ConstraintViolationException e) {
            throw ProblemException.conflict("SLOT_TAKEN", whose(e) + "; choose another time");
        }
    }

    private Appointment existing(UUID id) {
        Appointment appointment = repository.findById(id);
        if (appointment == null) {
            throw ProblemException.notFound("appointment", id);
        }
        return appointment;
    }

    /** The version is the new one only after the flush. */
    private AppointmentView told(Appointment appointment, ZoneId zone) {
        repository.flush();
        outbox.publish(appointment.event(zone).outboxEvent());
        return view(appointment, zone);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String whose(ConstraintViolationException e) {
        return switch (Constraints.violated(e)) {
            case "appointment_provider_free" -> "The provider has another appointment at this time";
            case "appointment_patient_free" -> "The patient has another appointment at this time";
            case "appointment_room_free" -> "The room is taken at this time";
            default -> throw e;
        };
    }
}
