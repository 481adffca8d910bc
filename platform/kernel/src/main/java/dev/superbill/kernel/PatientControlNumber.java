package dev.superbill.kernel;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Our number of a claim (837 CLM01, 835 CLP01): at most 20 of A-Z and 0-9, unique for ever. It belongs to the claim for
 * all of its payers and submissions.
 *
 * @param value 1 to 20 of A-Z and 0-9
 */
public record PatientControlNumber(String value) {

    /** Crockford's base 32: no I, L, O or U, so that a number read aloud or from paper is not mistaken. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int MINTED_LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,20}");

    public PatientControlNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A patient control number has 1 to 20 of A-Z and 0-9");
        }
    }

    /**
     * The number of a claim made from its own id: 16 characters, 80 bits, of which 48 are the id's milliseconds and the
     * rest its random part. A unique constraint guards it all the same.
     *
     * @param id a UUIDv7
     */
    public static PatientControlNumber from(UUID id) {
        long time = id.getMostSignificantBits() >>> 16;
        long random = id.getLeastSignificantBits() & 0xFFFF_FFFFL;
        char[] text = new char[MINTED_LENGTH];
        // 32 bits of the random part and 48 of time, five bits a character from the right
        for (int i = MINTED_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (random & 31));
            random = (random >>> 5) | ((time & 31) << 27);
            time >>>= 5;
        }
        return new PatientControlNumber(new String(text));
    }

    @Override
    public String toString() {
        return value;
    }
}
