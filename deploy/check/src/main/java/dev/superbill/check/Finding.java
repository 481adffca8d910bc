package dev.superbill.check;

/**
 * Something that does not hold. Names no patient: claims are told by their control numbers.
 *
 * @param practice whose; empty where it concerns no single one
 * @param subject the claim, transaction, event or file
 * @param expected what should be, as computed here
 * @param actual what is
 */
public record Finding(Clause clause, String practice, String subject, String expected, String actual) {

    static Finding of(Clause clause, String practice, String subject, Object expected, Object actual) {
        return new Finding(clause, practice, subject, String.valueOf(expected), String.valueOf(actual));
    }

    @Override
    public String toString() {
        return "%s %s %s: expected %s, found %s".formatted(clause.label(), practice, subject, expected, actual);
    }
}
