package dev.superbill.x12;

import java.util.List;

/**
 * The one exception of this library: the file cannot be read any further, or data cannot be written. Every other fault
 * is an {@link X12Issue} in the record where it was found.
 */
public final class X12Exception extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<X12Issue> issues;

    /** Made of at least one issue. */
    public X12Exception(List<X12Issue> issues) {
        super(
                issues.isEmpty()
                        ? "X12 data cannot be processed"
                        : issues.getFirst().toString());
        this.issues = List.copyOf(issues);
    }

    /** Made of one issue. */
    public X12Exception(X12Issue issue) {
        this(List.of(issue));
    }

    /** What is wrong, with positions and what to do. */
    public List<X12Issue> issues() {
        return issues;
    }
}
