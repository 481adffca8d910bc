package dev.superbill.x12;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates and times as X12 writes them: CCYYMMDD (D8), YYMMDD (ISA09), HHMM[SS[DD]]. */
public final class Dates {
    private Dates() {}

    /** Reads CCYYMMDD, or YYMMDD of this century; null when the text is no date. */
    public static @Nullable LocalDate parse(String text) {
        return switch (text.length()) {
            case 8 -> of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
            case 6 -> of(2000 + number(text, 0, 2), number(text, 2, 4), number(text, 4, 6));
            default -> null;
        };
    }

    /** Reads HHMM, HHMMSS or HHMMSSDD; null when the text is no time. */
    public static @Nullable LocalTime parseTime(String text) {
        if (text.length() != 4 && text.length() != 6 && text.length() != 8) {
            return null;
        }
        int hour = number(text, 0, 2);
        int minute = number(text, 2, 4);
        int second = text.length() > 4 ? number(text, 4, 6) : 0;
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        return LocalTime.of(hour, minute, second);
    }

    /** Writes CCYYMMDD. */
    public static String format(LocalDate date) {
        int number = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        String text = Integer.toString(number);
        return text.length() == 8 ? text : "0".repeat(Math.max(0, 8 - text.length())) + text;
    }

    /** Writes YYMMDD (ISA09). */
    public static String formatShort(LocalDate date) {
        return format(date).substring(2);
    }

    /** Writes HHMM. */
    public static String format(LocalTime time) {
        return two(time.getHour()) + two(time.getMinute());
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Integer.MIN_VALUE / 2;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static String two(int value) {
        return value < 10 ? "0" + value : Integer.toString(value);
    }
}
