package dev.superbill.x12;

/**
 * One fault of X12 data: what is wrong, where, and what to do.
 *
 * @param code the kind of fault
 * @param message one sentence, without patient data beyond {@code value}
 * @param segment id of the segment, for example {@code CLP}; empty when there is none
 * @param position where the segment stands
 * @param element number of the element from 1; 0 for the segment as a whole
 * @param value the value that was found; may be patient data, so it is not for logs
 * @param loop the guide's loop, for example {@code 2110}; empty when unknown or outside a transaction
 */
public record X12Issue(
        IssueCode code, String message, String segment, Position position, int element, String value, String loop) {

    /** An issue of a segment as a whole. */
    public static X12Issue of(IssueCode code, String message, String segment, Position position) {
        return new X12Issue(code, message, segment, position, 0, "", "");
    }

    /** An issue of a segment that was read. */
    public static X12Issue of(IssueCode code, String message, Segment segment) {
        return new X12Issue(code, message, segment.id(), segment.position(), 0, "", "");
    }

    /** An issue of an element that was read. */
    public static X12Issue of(IssueCode code, String message, Segment segment, int element) {
        return new X12Issue(
                code, message, segment.id(), segment.position(), element, shorten(segment.element(element)), "");
    }

    /** The same issue, told to lie in a loop of the guide. */
    public X12Issue in(String guideLoop) {
        return new X12Issue(code, message, segment, position, element, value, guideLoop);
    }

    /** What to do about it. */
    public String action() {
        return code.action();
    }

    /** How much it stops. */
    public IssueCode.Severity severity() {
        return code.severity();
    }

    /** Whether it is more than a warning. */
    public boolean isError() {
        return code.severity() != IssueCode.Severity.WARNING;
    }

    /** Leaves out the value, which may be patient data. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code.name()).append(": ").append(message);
        if (!segment.isEmpty()) {
            text.append(" (").append(segment);
            if (element > 0) {
                text.append(element < 10 ? "0" : "").append(element);
            }
            text.append(", ").append(position).append(')');
        }
        return text.toString();
    }

    // a fault's value is shown to people; a megabyte of it helps nobody
    private static String shorten(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
