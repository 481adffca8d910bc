package dev.superbill.platform.phi;

import dev.superbill.phi.PracticeCipher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a sealed column, so that its values can be sealed anew when another key takes over. A service has a
 * {@link SealedTables} that names all of its own.
 *
 * @param table its name
 * @param keys the columns of its key without the practice; a value's place is their texts with a slash between
 * @param column the sealed column, {@code bytea}, or {@code jsonb} with sealed texts in it
 * @param form how values stand in it
 * @param limit how many rows are done in a transaction
 * @param index what is to be done with the opened value, such as making a blind index anew; null for nothing
 */
public record SealedTable(
        String table,
        List<String> keys,
        String column,
        Form form,
        int limit,
        @Nullable Index index) {

    private static final int LIMIT = 200;

    /** How values stand in a column. */
    public enum Form {
        /** One value a row, bound to it ({@link SealedColumn}). */
        OF_ROW,
        /** One value a row, bound to the column only ({@link SealedText}). */
        OF_COLUMN,
        /** Texts in a {@code jsonb} document, bound to the names of their fields. */
        IN_JSON
    }

    /** A column whose values are bound to their rows. */
    public static SealedTable of(String table, String column, String... keys) {
        return new SealedTable(table, List.of(keys), column, Form.OF_ROW, LIMIT, null);
    }

    /** A column of free text, whose values are bound to the column alone. */
    public static SealedTable ofText(String table, String column, String... keys) {
        return new SealedTable(table, List.of(keys), column, Form.OF_COLUMN, LIMIT, null);
    }

    /** A column of documents in which some components are {@link dev.superbill.platform.events.Identifying}. */
    public static SealedTable ofJson(String table, String column, String... keys) {
        return new SealedTable(table, List.of(keys), column, Form.IN_JSON, LIMIT, null);
    }

    /** The same with less rows in a transaction: for values of a megabyte. */
    public SealedTable inSmallSteps() {
        return new SealedTable(table, keys, column, form, LIMIT / 10, index);
    }

    /** The same with something more to do with each value. */
    public SealedTable with(Index more) {
        return new SealedTable(table, keys, column, form, limit, more);
    }

    /** Makes the blind indexes of a row anew, in the transaction that seals its value anew. */
    @FunctionalInterface
    public interface Index {

        /**
         * Writes the indexes.
         *
         * @param row the texts of the row's key, with a slash between
         * @param opened the value
         */
        void make(Connection connection, PracticeCipher cipher, String row, byte[] opened) throws SQLException;
    }
}
