package dev.superbill.x12;

/**
 * ST.
 *
 * @param position where it stands
 * @param setId ST01: {@code 835}, {@code 837}, {@code 999}, {@code 277}
 * @param controlNumber ST02
 * @param guide ST03; empty in an 835, whose guide is only in GS08
 */
public record TransactionHeader(Position position, String setId, String controlNumber, String guide) {
    /** Reads an ST. */
    public static TransactionHeader read(Segment st) {
        return new TransactionHeader(st.position(), st.element(1), st.element(2), st.element(3));
    }
}
