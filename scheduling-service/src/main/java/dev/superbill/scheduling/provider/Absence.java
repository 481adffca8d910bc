package dev.superbill.scheduling.provider;

import java.time.Instant;

/** A time at which a provider cannot be booked: half open, and why ({@code VACATION}, {@code SICK} …). */
public record Absence(Instant from, Instant to, String kind) {}
