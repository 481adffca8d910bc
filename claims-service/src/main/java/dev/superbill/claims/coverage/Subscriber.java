package dev.superbill.claims.coverage;

import dev.superbill.claims.practice.Address;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whose policy a coverage is, when not the patient's own (837P loop 2010BA). */
public record Subscriber(
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable Address address) {}
