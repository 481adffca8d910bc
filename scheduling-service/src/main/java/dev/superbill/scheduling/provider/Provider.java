package dev.superbill.scheduling.provider;

import java.util.UUID;

/**
 * An employee, as far as booking goes.
 *
 * @param id the employee's
 * @param bookable whether the person treats patients and works here now
 */
public record Provider(UUID id, String lastName, String firstName, boolean bookable) {}
