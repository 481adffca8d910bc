package dev.superbill.staff.leave;

/** Why somebody is away. */
enum LeaveKind {
    VACATION,
    SICK,
    FAMILY,
    TRAINING,
    UNPAID,
    OTHER
}
