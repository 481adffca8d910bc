package dev.superbill.local;

/** Something that a person has set, or left out, and can mend: its message is all that is shown. */
public final class SettingsException extends RuntimeException {

    public SettingsException(String message) {
        super(message);
    }

    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
