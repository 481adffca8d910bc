package dev.superbill.phi;

import java.util.UUID;

/**
 * Where a sealed value stands. It is authenticated with the value: one that somebody copies to another row, column or
 * practice does not open there.
 *
 * @param name unique within a practice
 */
public record Place(String name) {

    /** A column of a row. */
    public static Place of(String table, String column, UUID row) {
        return new Place(table + '|' + column + '|' + row);
    }

    /** A column of a row whose key is not one id, such as {@code <file>/<part>}. */
    public static Place of(String table, String column, String row) {
        return new Place(table + '|' + column + '|' + row);
    }

    /** A column whose values are not bound to their rows: free text, whose row is not known where it is sealed. */
    public static Place ofColumn(String table, String column) {
        return new Place(table + '|' + column);
    }

    /** A field of an event or of a stored document. It names neither, because each reader keeps the value elsewhere. */
    public static Place ofEvent(String field) {
        return new Place("event|" + field);
    }
}
