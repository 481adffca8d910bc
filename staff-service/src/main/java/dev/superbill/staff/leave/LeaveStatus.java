package dev.superbill.staff.leave;

/** Where a leave stands; see {@link LeaveStep} for the ways between. */
enum LeaveStatus {
    REQUESTED,
    APPROVED,
    REFUSED,
    CANCELLED
}
