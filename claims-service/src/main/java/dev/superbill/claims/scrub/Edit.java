package dev.superbill.claims.scrub;

/**
 * What an edit found.
 *
 * @param code the edit, such as {@code NPI_INVALID}
 * @param severity an error holds the claim, a warning does not
 * @param field where, such as {@code lines[0].procedure}
 * @param message what is wrong; never a value of the patient
 * @param action what to do
 */
public record Edit(String code, Severity severity, String field, String message, String action) {

    /** Whether a finding holds the claim. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Edit error(String code, String field, String message, String action) {
        return new Edit(code, Severity.ERROR, field, message, action);
    }

    public static Edit warning(String code, String field, String message, String action) {
        return new Edit(code, Severity.WARNING, field, message, action);
    }
}
