package dev.superbill.claims.practice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whom a clearinghouse asks about a file (837P loop 1000A, segment PER). */
public record Contact(
        @NotBlank(message = "A contact has a name") @Size(max = 60)
        String name,

        @NotBlank(message = "A contact has a telephone number") @Size(max = 20)
        String phone) {}
