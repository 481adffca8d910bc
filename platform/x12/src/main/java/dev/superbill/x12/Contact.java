package dev.superbill.x12;

import java.util.ArrayList;
import java.util.List;

/**
 * A contact: PER.
 *
 * @param function PER01: {@code IC} information contact, {@code CX} claims, {@code BL} technical
 * @param name PER02
 * @param numbers up to three pairs PER03/04, 05/06, 07/08
 */
public record Contact(String function, String name, List<Number> numbers) {
    /**
     * One way to reach the contact.
     *
     * @param qualifier {@code TE} telephone (ten digits), {@code EM} e-mail, {@code FX} fax, {@code EX} extension,
     *     {@code UR} web address
     * @param number without punctuation for telephones
     */
    public record Number(String qualifier, String number) {}

    /** Copies the list. */
    public Contact {
        numbers = List.copyOf(numbers);
    }

    /** A contact with a telephone. */
    public static Contact telephone(String function, String name, String digits) {
        return new Contact(function, name, List.of(new Number("TE", digits)));
    }

    /** Reads a PER. */
    public static Contact read(Segment per) {
        List<Number> numbers = new ArrayList<>(1);
        for (int e = 3; e <= 7; e += 2) {
            if (per.has(e) || per.has(e + 1)) {
                numbers.add(new Number(per.element(e), per.element(e + 1)));
            }
        }
        return new Contact(per.element(1), per.element(2), numbers);
    }

    /** Writes a PER. */
    public void write(SegmentWriter out) {
        out.start("PER").add(function).add(name);
        for (Number number : numbers) {
            out.add(number.qualifier()).add(number.number());
        }
        out.end();
    }
}
