package dev.superbill.payments.practice;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The practice as the billing provider.
 *
 * @param npi 10 digits
 * @param taxId digits, with or without a hyphen
 */
public record PracticeProfile(
        String name, @Nullable String npi, @Nullable String taxId, ZoneId timeZone) {}
