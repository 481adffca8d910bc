package dev.superbill.platform.measure;

import org.jspecify.annotations.Nullable;

/**
 * One measure of the work, read from the database for each practice in turn. A feature produces it as a bean.
 *
 * @param name such as {@code superbill.claims}; Prometheus shows dots as underscores, and the unit behind them
 * @param unit {@code cents}, {@code seconds}; null for a count
 * @param description what it tells, for a person
 * @param tag what the first column of the query distinguishes; null when the query has one column
 * @param total how the practices' numbers become one
 * @param query a select that an index answers: of one practice, [the tag's value and] a number
 */
public record Measure(
        String name,
        @Nullable String unit,
        String description,
        @Nullable String tag,
        Total total,
        String query) {

    /** How the numbers of several practices become one. */
    public enum Total {
        SUM,
        /** For ages. */
        LARGEST
    }
}
