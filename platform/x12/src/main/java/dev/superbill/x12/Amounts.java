package dev.superbill.x12;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Money and numbers of X12 type R, exactly. Money is {@code -?\d{0,16}(\.\d{1,2})?} with at least one digit and no
 * exponent; here it is integer cents.
 */
public final class Amounts {
    /** What {@link #parse} returns for text that is no amount. Not a possible amount: these have at most 18 digits. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int MAX_WHOLE_DIGITS = 16;
    private static final int MAX_DIGITS = 18;

    private Amounts() {}

    /** Reads an amount to cents; empty when the text is none. */
    public static OptionalLong read(CharSequence text) {
        long cents = parse(text);
        return cents == INVALID ? OptionalLong.empty() : OptionalLong.of(cents);
    }

    /** Reads an amount to cents; {@link #INVALID} when the text is none. */
    public static long parse(CharSequence text) {
        // what is not of this charset becomes a question mark, which is no part of an amount either
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        return parse(bytes, 0, bytes.length);
    }

    /** {@link #parse(CharSequence)} of bytes that stand in a file; allocates nothing. */
    static long parse(byte[] text, int from, int to) {
        int i = from < to && text[from] == '-' ? from + 1 : from;
        boolean negative = i > from;
        long value = 0;
        int whole = 0;
        for (; i < to && isDigit(text[i]); i++) {
            value = value * 10 + (text[i] - '0');
            whole++;
            if (whole > MAX_WHOLE_DIGITS) {
                return INVALID;
            }
        }
        int decimals = 0;
        if (i < to && text[i] == '.') {
            for (i++; i < to && isDigit(text[i]) && decimals < 2; i++) {
                value = value * 10 + (text[i] - '0');
                decimals++;
            }
            if (decimals == 0) {
                return INVALID;
            }
        }
        if (i < to || whole + decimals == 0) {
            return INVALID;
        }
        for (; decimals < 2; decimals++) {
            value *= 10;
        }
        return negative ? -value : value;
    }

    /** Writes cents as the guides ask: no trailing zeros, no exponent; {@code 15050} is {@code 150.5}. */
    public static String format(long cents) {
        if (cents == INVALID) {
            throw new IllegalArgumentException("not an amount");
        }
        long magnitude = Math.abs(cents);
        long rest = magnitude % 100;
        StringBuilder text = new StringBuilder(20);
        if (cents < 0) {
            text.append('-');
        }
        text.append(magnitude / 100);
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }

    /** Reads a plain decimal number (a quantity) of at most 18 digits; null when the text is none. */
    public static @Nullable BigDecimal parseNumber(CharSequence text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (c != '-' || i != 0) {
                return null;
            }
        }
        if (digits == 0 || digits > MAX_DIGITS || points > 1) {
            return null;
        }
        if (digits == text.length()) {
            // most quantities are whole, and these need no stripping
            return BigDecimal.valueOf(Long.parseLong(text, 0, digits, 10));
        }
        return canonical(new BigDecimal(text.toString()));
    }

    /** Writes a quantity without trailing zeros and without exponent. */
    public static String format(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The same number with no trailing zeros and a scale of 0 or more, so that equal numbers are equal. */
    public static BigDecimal canonical(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
