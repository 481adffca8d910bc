package dev.superbill.x12;

/**
 * The four delimiters of an interchange. They are never assumed: the ISA, which is 106 characters long, tells them
 * (offsets from 0: element separator 3, repetition separator 82 = ISA11, component separator 104 = ISA16, segment
 * terminator 105).
 *
 * @param element separates elements
 * @param repetition separates repetitions (ISA11); {@code NO_REPETITION} in versions before 00402, where ISA11 is a code
 * @param component separates components of a composite (ISA16)
 * @param segment ends a segment; may be CR or LF
 */
public record Delimiters(char element, char repetition, char component, char segment) {
    /** Stands for "this interchange has no repetition separator". */
    public static final char NO_REPETITION = 0;

    /** The delimiters that the guides print: {@code * ^ : ~}. */
    public static final Delimiters STANDARD = new Delimiters('*', '^', ':', '~');

    /** All delimiters must differ, and none may be a letter, a digit or a space. */
    public Delimiters {
        if (!plausible(element, repetition, component, segment)) {
            throw new X12Exception(X12Issue.of(
                    IssueCode.DELIMITERS_AMBIGUOUS,
                    "The delimiters are not four different punctuation or control characters",
                    "ISA",
                    Position.NONE));
        }
    }

    static boolean plausible(char element, char repetition, char component, char segment) {
        return delimits(element)
                && delimits(component)
                && delimits(segment)
                && (repetition == NO_REPETITION || delimits(repetition))
                && element != component
                && element != segment
                && component != segment
                && repetition != element
                && repetition != component
                && repetition != segment;
    }

    /** Whether the character is one of the four. */
    public boolean contains(char c) {
        return c == element || c == component || c == segment || (c == repetition && c != NO_REPETITION);
    }

    private static boolean delimits(char c) {
        return c != ' ' && c != NO_REPETITION && c < 256 && !Character.isLetterOrDigit(c);
    }
}
