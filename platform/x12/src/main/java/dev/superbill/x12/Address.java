package dev.superbill.x12;

/**
 * An address: N3 and N4.
 *
 * @param line1 N301
 * @param line2 N302
 * @param city N401
 * @param state N402
 * @param postalCode N403, without hyphen; nine digits for billing provider and service facility of an 837P
 * @param country N404, empty within the United States
 */
public record Address(String line1, String line2, String city, String state, String postalCode, String country) {
    /** No address. */
    public static final Address NONE = new Address("", "", "", "", "", "");

    /** An address in the United States. */
    public static Address of(String line1, String city, String state, String postalCode) {
        return new Address(line1, "", city, state, postalCode, "");
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return this.equals(NONE);
    }

    /** This address with the lines of an N3. */
    public Address withN3(Segment n3) {
        return new Address(n3.element(1), n3.element(2), city, state, postalCode, country);
    }

    /** This address with the place of an N4. */
    public Address withN4(Segment n4) {
        return new Address(line1, line2, n4.element(1), n4.element(2), n4.element(3), n4.element(4));
    }

    /** Writes N3 and N4, each only when it has something to say. */
    public void write(SegmentWriter out) {
        if (!line1.isEmpty() || !line2.isEmpty()) {
            out.start("N3").add(line1).add(line2).end();
        }
        if (!city.isEmpty() || !state.isEmpty() || !postalCode.isEmpty() || !country.isEmpty()) {
            out.start("N4").add(city).add(state).add(postalCode).add(country).end();
        }
    }
}
