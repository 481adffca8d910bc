package dev.superbill.scheduling.appointment;

/** Where an appointment stands; see {@link AppointmentStep} for the ways between. */
enum AppointmentStatus {
    BOOKED,
    CONFIRMED,
    CHECKED_IN,
    ROOMED,
    IN_PROGRESS,
    CHECKED_OUT,
    CANCELLED,
    NO_SHOW
}
