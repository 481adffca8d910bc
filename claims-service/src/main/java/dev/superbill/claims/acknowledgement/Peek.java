package dev.superbill.claims.acknowledgement;

import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.X12Exception;
import java.io.ByteArrayInputStream;

/** Tells from the beginning of a file whether it is ours to read. */
final class Peek {

    /** How many bytes are looked at: the ISA and the two segments after it are far shorter. */
    static final int BYTES = 4 * 1024;

    private Peek() {}

    /**
     * Whether a file begins with a TA1, or with a group of 999 (FA) or 277 (HN). Remittances (HP) are others' business,
     * and so is whatever is no X12.
     */
    static boolean isAnswer(byte[] beginning) {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(beginning));
        try {
            reader.next();
            Segment second = reader.next();
            return second != null
                    && (second.is("TA1")
                            || (second.is("GS") && (second.elementEquals(1, "FA") || second.elementEquals(1, "HN"))));
        } catch (X12Exception e) {
            return false;
        }
    }
}
