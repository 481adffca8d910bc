package dev.superbill.x12;

/** Control numbers compare numerically: {@code 000000001} and {@code 1} are the same. */
public final class ControlNumbers {
    private ControlNumbers() {}

    /** Whether both are the same number, or the same text where one is no number. */
    public static boolean same(String one, String other) {
        return strip(one).equals(strip(other));
    }

    /** Nine digits, as ISA13 and ST02 have them. */
    public static String nineDigits(long number) {
        if (number < 0 || number > 999_999_999) {
            throw new IllegalArgumentException("control number out of range: " + number);
        }
        String digits = Long.toString(number);
        return "0".repeat(9 - digits.length()) + digits;
    }

    /** Whether the text is a whole number and equals the count. */
    static boolean counts(String text, long count) {
        return !text.isEmpty() && strip(text).equals(Long.toString(count));
    }

    private static String strip(String number) {
        int from = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return number;
            }
        }
        while (from < number.length() - 1 && number.charAt(from) == '0') {
            from++;
        }
        return number.substring(from);
    }
}
