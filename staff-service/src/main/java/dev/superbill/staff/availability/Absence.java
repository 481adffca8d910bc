package dev.superbill.staff.availability;

import java.time.Instant;

/** A time at which an employee is away: half open, and why. */
public record Absence(Instant from, Instant to, String kind) {}
