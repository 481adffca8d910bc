package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Dates;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.Position;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * TA1: whether an interchange was received.
 *
 * @param position where it stands
 * @param interchange the ISA that carries this answer; null when it is to be written
 * @param controlNumber TA101, the ISA13 that is answered
 * @param date TA102, its ISA09; null when unreadable
 * @param time TA103, its ISA10; null when unreadable
 * @param code TA104: {@code A} accepted, {@code E} accepted with errors, {@code R} rejected
 * @param note TA105: {@code 000} no error, {@code 001} control numbers differ, {@code 021} wrong group count, {@code 023}
 *     cut short …
 */
public record InterchangeAcknowledgement(
        Position position,
        @Nullable InterchangeHeader interchange,
        String controlNumber,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        String code,
        String note)
        implements Acknowledgement {

    /** Answers an interchange. */
    public static InterchangeAcknowledgement of(InterchangeHeader answered, String code, String note) {
        return new InterchangeAcknowledgement(
                Position.NONE, null, answered.controlNumber(), answered.date(), answered.time(), code, note);
    }

    /** Whether nothing of the interchange was received. */
    public boolean rejected() {
        return code.equals("R");
    }

    /** Reads a TA1. */
    public static InterchangeAcknowledgement read(Segment ta1, @Nullable InterchangeHeader interchange) {
        return new InterchangeAcknowledgement(
                ta1.position(),
                interchange,
                ta1.element(1),
                Dates.parse(ta1.element(2)),
                Dates.parseTime(ta1.element(3)),
                ta1.element(4),
                ta1.element(5));
    }

    /** Writes a TA1: outside of groups, directly after the ISA. */
    public void write(SegmentWriter out) {
        out.start("TA1").add(controlNumber);
        out.add(date == null ? "000000" : Dates.formatShort(date));
        out.add(time == null ? "0000" : Dates.format(time));
        out.add(code).add(note).end();
    }
}
