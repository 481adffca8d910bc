package dev.superbill.local.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param part {@code a} to {@code f}
 * @param aim what it is meant to be, such as {@code <= 1.5}; null when it has none
 * @param holds whether it is; null when it has no aim
 */
record Figure(
        String part,
        String name,
        double value,
        String unit,
        @Nullable String aim,
        @Nullable Boolean holds) {

    /** A figure that tells something and has no aim. */
    static Figure of(String part, String name, double value, String unit) {
        return new Figure(part, name, value, unit, null, null);
    }

    static Figure atMost(String part, String name, double value, String unit, double aim) {
        return new Figure(part, name, value, unit, "<= " + plain(aim), value <= aim);
    }

    static Figure atLeast(String part, String name, double value, String unit, double aim) {
        return new Figure(part, name, value, unit, ">= " + plain(aim), value >= aim);
    }

    /** Few digits, as many as somebody wants to read. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }
}
