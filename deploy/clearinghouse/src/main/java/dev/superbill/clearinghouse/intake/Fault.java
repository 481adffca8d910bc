package dev.superbill.clearinghouse.intake;

/**
 * A fault of a transaction as a 999 tells it (IK3 and IK4).
 *
 * @param segment IK301
 * @param position IK302, ST being 1
 * @param loop IK303
 * @param segmentCode IK304
 * @param element IK401; 0 when the segment as a whole is meant
 * @param elementCode IK403
 * @param copy IK404: the bad value; empty when there is none or it must not be repeated
 */
public record Fault(
        String segment, long position, String loop, String segmentCode, int element, String elementCode, String copy) {

    /** Required segment missing (IK304 3). */
    static Fault missing(String segment, long position, String loop) {
        return new Fault(segment, position, loop, "3", 0, "", "");
    }

    /** An element in error (IK304 8). */
    static Fault element(String segment, long position, String loop, int element, String code, String copy) {
        return new Fault(segment, position, loop, "8", element, code, copy);
    }
}
