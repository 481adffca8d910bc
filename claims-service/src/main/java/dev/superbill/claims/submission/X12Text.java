package dev.superbill.claims.submission;

import dev.superbill.x12.Address;
import dev.superbill.x12.Delimiters;
import dev.superbill.x12.Transliteration;
import org.jspecify.annotations.Nullable;

/** Our text as an 837P can carry it: upper case, in X12's basic characters, no longer than its element. */
final class X12Text {

    private static final String UNKNOWN_ROUTE = "9998";

    private X12Text() {}

    /** Text that may be cut, such as a name; empty when absent. */
    static String of(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String written = Transliteration.of(text, Delimiters.STANDARD).text();
        return written.length() <= longest
                ? written
                : written.substring(0, longest).stripTrailing();
    }

    /** Text without which the segment says nothing. */
    static String required(@Nullable String text, int longest, String place, String what) {
        String written = of(text, longest);
        if (written.isEmpty()) {
            throw new RefusedClaimException(place, what + " is missing");
        }
        return written;
    }

    /** An identifier: never cut and never changed but for the case of its letters. */
    static String id(@Nullable String text, int longest, String place, String what) {
        if (text == null || text.isBlank()) {
            throw new RefusedClaimException(place, what + " is missing");
        }
        Transliteration written = Transliteration.of(text.strip(), Delimiters.STANDARD);
        if (written.changed() || written.text().length() > longest) {
            throw new RefusedClaimException(
                    place, what + " is longer than " + longest + " characters, or has some that X12 cannot carry");
        }
        return written.text();
    }

    /**
     * N3 and N4.
     *
     * @param ninePlaces whether the guide asks for a postal code of nine digits here
     */
    static Address address(dev.superbill.claims.practice.@Nullable Address address, boolean ninePlaces, String place) {
        if (address == null) {
            throw new RefusedClaimException("N3 of " + place, "The address is missing");
        }
        String postalCode =
                address.postalCode() == null ? "" : address.postalCode().replaceAll("\\D", "");
        if (ninePlaces && postalCode.length() == 5) {
            // the scrubber has warned; the trade's filler where the delivery route is unknown
            postalCode += UNKNOWN_ROUTE;
        }
        if (ninePlaces && postalCode.length() != 9) {
            throw new RefusedClaimException("N4 of " + place, "The postal code needs all nine digits (ZIP+4)");
        }
        return new Address(
                required(address.line1(), 55, "N3 of " + place, "The street"),
                of(address.line2(), 55),
                required(address.city(), 30, "N4 of " + place, "The city"),
                id(address.state(), 2, "N4 of " + place, "The state"),
                required(postalCode, 15, "N4 of " + place, "The postal code"),
                "");
    }
}
