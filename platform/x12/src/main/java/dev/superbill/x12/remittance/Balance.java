package dev.superbill.x12.remittance;

import dev.superbill.x12.Amounts;
import dev.superbill.x12.Position;

/** The outcome of one balance equation of an 835 (guide X221A1, section 1.10.2.1), exact in cents. */
public sealed interface Balance {
    /** Both sides agree. */
    record Balanced() implements Balance {}

    /**
     * They do not.
     *
     * @param level line, claim or transaction
     * @param loop 2110, 2100 or the header
     * @param position of SVC, CLP or BPR
     * @param expectedCents what the other figures ask for
     * @param actualCents what the file says
     * @param equation the equation in the guide's names
     */
    record OutOfBalance(
            Level level, String loop, Position position, long expectedCents, long actualCents, String equation)
            implements Balance {
        /** The equation with both sides in dollars, as a sentence for people. */
        public String sentence() {
            return equation
                    + " does not hold: expected "
                    + Amounts.format(expectedCents)
                    + ", the file says "
                    + Amounts.format(actualCents);
        }

        /** The id of the segment that states the side that disagrees. */
        public String segment() {
            return switch (level) {
                case LINE -> "SVC";
                case CLAIM -> "CLP";
                case TRANSACTION -> "BPR";
            };
        }
    }

    /** Where an equation holds. */
    enum Level {
        /** Loop 2110. */
        LINE,
        /** Loop 2100. */
        CLAIM,
        /** BPR against all claims and PLB. */
        TRANSACTION
    }

    /** The one balanced outcome. */
    Balance BALANCED = new Balanced();

    /** Whether both sides agree. */
    default boolean balanced() {
        return this instanceof Balanced;
    }
}
