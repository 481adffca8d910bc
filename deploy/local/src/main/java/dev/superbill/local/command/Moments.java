package dev.superbill.local.command;

import dev.superbill.local.SettingsException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Times that a person types. */
final class Moments {

    private Moments() {}

    /**
     * A time with its offset.
     *
     * @throws SettingsException when it is none
     */
    static Instant read(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new SettingsException(text + " is no time with its offset, such as 2026-11-25T17:00:00Z", e);
        }
    }
}
