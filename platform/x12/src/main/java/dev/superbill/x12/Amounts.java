package dev.superbill.x12;

import java.math.BigDecimal;
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

    /** Reads an amount to cents without allocating; {@link #INVALID} when the text is none. */
    public static long parse(CharSequence text) {
        int length = text.length();
        int i = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        boolean negative = i == 1;
        long value = 0;
        int whole = 0;
        for (; i < length && isDigit(text.charAt(i)); i++) {
            value = value * 10 + (text.charAt(i) - '0');
            whole++;
            if (whole > MAX_WHOLE_DIGITS) {
                return INVALID;
            }
        }
        int decimals = 0;
        if (i < length && text.charAt(i) == '.') {
            for (i++; i < length && isDigit(text.charAt(i)) && decimals < 2; i++) {
                value = value * 10 + (text.charAt(i) - '0');
                decimals++;
            }
            if (decimals == 0) {
                return INVALID;
            }
        }
        if (i < length || whole + decimals == 0) {
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

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
