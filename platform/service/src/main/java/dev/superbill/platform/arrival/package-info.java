/**
 * Reading one's own writes across services: a client that has just made a patient, a provider or a payer may name it at
 * another service at once, although the event that tells of it is still on its way
 * ({@link dev.superbill.platform.arrival.ArrivalWait}).
 */
@NullMarked
package dev.superbill.platform.arrival;

import org.jspecify.annotations.NullMarked;
