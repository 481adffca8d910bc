package dev.superbill.staff.employee;

/** What somebody is hired for. */
enum EmployeeRole {
    PHYSICIAN,
    NURSE_PRACTITIONER,
    PHYSICIAN_ASSISTANT,
    THERAPIST,
    NURSE,
    MEDICAL_ASSISTANT,
    FRONT_DESK,
    BILLER,
    MANAGER,
    OTHER
}
