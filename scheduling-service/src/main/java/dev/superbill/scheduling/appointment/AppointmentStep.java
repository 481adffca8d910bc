package dev.superbill.scheduling.appointment;

import static dev.superbill.scheduling.appointment.AppointmentStatus.BOOKED;
import static dev.superbill.scheduling.appointment.AppointmentStatus.CANCELLED;
import static dev.superbill.scheduling.appointment.AppointmentStatus.CHECKED_IN;
import static dev.superbill.scheduling.appointment.AppointmentStatus.CHECKED_OUT;
import static dev.superbill.scheduling.appointment.AppointmentStatus.CONFIRMED;
import static dev.superbill.scheduling.appointment.AppointmentStatus.IN_PROGRESS;
import static dev.superbill.scheduling.appointment.AppointmentStatus.NO_SHOW;
import static dev.superbill.scheduling.appointment.AppointmentStatus.ROOMED;

import java.util.Arrays;
import java.util.Set;

/**
 * What the front desk does with an appointment, and from where. Steps may be skipped, as in a small office nobody tells
 * the system of each door: a patient may be checked out as soon as checked in. Somebody who leaves before being seen is
 * cancelled; after the visit has begun it is checked out.
 */
enum AppointmentStep {
    CONFIRM("confirm", CONFIRMED),
    CHECK_IN("check-in", CHECKED_IN),
    ROOM("room", ROOMED),
    START("start", IN_PROGRESS),
    CHECK_OUT("check-out", CHECKED_OUT),
    CANCEL("cancel", CANCELLED),
    MISS("no-show", NO_SHOW);

    private final String path;
    private final AppointmentStatus to;

    AppointmentStep(String path, AppointmentStatus to) {
        this.path = path;
        this.to = to;
    }

    /** The states from which it is possible. */
    Set<AppointmentStatus> from() {
        return switch (this) {
            case CONFIRM -> Set.of(BOOKED);
            case CHECK_IN, MISS -> Set.of(BOOKED, CONFIRMED);
            case ROOM -> Set.of(CHECKED_IN);
            case START -> Set.of(CHECKED_IN, ROOMED);
            case CHECK_OUT -> Set.of(CHECKED_IN, ROOMED, IN_PROGRESS);
            case CANCEL -> Set.of(BOOKED, CONFIRMED, CHECKED_IN, ROOMED);
        };
    }

    /** The step that an address names, such as {@code check-in}; a path parameter of that form becomes one. */
    public static AppointmentStep fromString(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such step"));
    }

    String path() {
        return path;
    }

    AppointmentStatus to() {
        return to;
    }

    boolean leadsFrom(AppointmentStatus status) {
        return from().contains(status);
    }
}
