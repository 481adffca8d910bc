package dev.superbill.claims.acknowledgement;

import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.X12Exception;
import java.io.ByteArrayInputStream;

/** Tells from the beginning of a file whether another service reads it. */
final class Peek {

    /** How many bytes are looked at: the ISA and the segments up to the first group are far shorter. */
    static final int BYTES = 4 * 1024;

    private Peek() {}

    /**
     * Whether a file begins with a group of remittances (GS01 HP) and no TA1 before it. All others are ours to keep: what
     * nobody can read has to be seen by somebody.
     */
    static boolean isRemittance(byte[] beginning) {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(beginning));
        try {
            for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
                if (segment.is("TA1")) {
                    return false;
                }
                if (segment.is("GS")) {
                    return segment.elementEquals(1, "HP");
                }
            }
            return false;
        } catch (X12Exception e) {
            return false;
        }
    }
}
