package dev.superbill.staff.availability;

import java.time.Instant;

/** A time at which an employee works: half open. */
public record Presence(Instant start, Instant end) {}
