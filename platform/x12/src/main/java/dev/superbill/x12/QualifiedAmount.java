package dev.superbill.x12;

/**
 * An AMT segment. It informs and is no part of balancing (X12 RFI 2601).
 *
 * @param qualifier AMT01
 * @param amountCents AMT02 in cents
 */
public record QualifiedAmount(String qualifier, long amountCents) {
    /** Reads an AMT. */
    public static QualifiedAmount read(Segment amt, Findings findings) {
        return new QualifiedAmount(amt.code(1), findings.amount(amt, 2));
    }

    /** Writes an AMT. */
    public void write(SegmentWriter out) {
        out.start("AMT").add(qualifier).amount(amountCents).end();
    }
}
