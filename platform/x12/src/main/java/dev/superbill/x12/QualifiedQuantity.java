package dev.superbill.x12;

import java.math.BigDecimal;

/**
 * A QTY segment.
 *
 * @param qualifier QTY01
 * @param quantity QTY02
 */
public record QualifiedQuantity(String qualifier, BigDecimal quantity) {
    /** Reads a QTY; an unreadable number is 0 with an issue. */
    public static QualifiedQuantity read(Segment qty, Findings findings) {
        BigDecimal number = findings.number(qty, 2);
        return new QualifiedQuantity(qty.code(1), number == null ? BigDecimal.ZERO : number);
    }

    /** Writes a QTY. */
    public void write(SegmentWriter out) {
        out.start("QTY").add(qualifier).number(quantity).end();
    }
}
