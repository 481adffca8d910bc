package dev.superbill.kernel;

/**
 * A National Provider Identifier: ten digits, the first 1 or 2, the last a Luhn check digit computed over
 * {@code 80840} followed by the number (45 CFR 162.406; the card issuer prefix stands for the United States).
 *
 * @param value the ten digits
 */
public record Npi(String value) {

    /** What the Luhn sum gains from the constant prefix {@code 80840}. */
    private static final int PREFIX_SUM = 24;

    public Npi {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An NPI has 10 digits, begins with 1 or 2 and ends in its check digit");
        }
    }

    /** Whether the text is an NPI with the right check digit. */
    public static boolean isValid(String text) {
        if (text.length() != 10 || (text.charAt(0) != '1' && text.charAt(0) != '2')) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            // from the right: the check digit counts once, its neighbour twice, and so on
            if (i % 2 == 0) {
                digit *= 2;
                if (digit > 9) {
                    digit -= 9;
                }
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }

    /** The NPI that begins with the given nine digits: for generators of test and demonstration data. */
    public static Npi completing(String nineDigits) {
        for (char check = '0'; check <= '9'; check++) {
            String candidate = nineDigits + check;
            if (isValid(candidate)) {
                return new Npi(candidate);
            }
        }
        throw new IllegalArgumentException("Nine digits, the first 1 or 2, are needed");
    }

    @Override
    public String toString() {
        return value;
    }
}
