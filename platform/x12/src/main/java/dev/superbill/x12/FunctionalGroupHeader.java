package dev.superbill.x12;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * GS.
 *
 * @param position where it stands
 * @param functionalIdentifier GS01: {@code HC} 837, {@code HP} 835, {@code FA} 999, {@code HN} 277
 * @param sender GS02
 * @param receiver GS03
 * @param date GS04; null when unreadable
 * @param time GS05; null when unreadable
 * @param controlNumber GS06
 * @param version GS08, the guide: {@code 005010X222A1} …
 */
public record FunctionalGroupHeader(
        Position position,
        String functionalIdentifier,
        String sender,
        String receiver,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        String controlNumber,
        String version) {

    /** A header that is to be written. */
    public static FunctionalGroupHeader of(
            String functionalIdentifier,
            String sender,
            String receiver,
            LocalDateTime created,
            long controlNumber,
            String version) {
        return new FunctionalGroupHeader(
                Position.NONE,
                functionalIdentifier,
                sender,
                receiver,
                created.toLocalDate(),
                created.toLocalTime(),
                Long.toString(controlNumber),
                version);
    }

    /** Reads a GS. */
    public static FunctionalGroupHeader read(Segment gs) {
        return new FunctionalGroupHeader(
                gs.position(),
                gs.element(1),
                gs.element(2),
                gs.element(3),
                Dates.parse(gs.element(4)),
                Dates.parseTime(gs.element(5)),
                gs.element(6),
                gs.element(8));
    }

    void write(SegmentWriter out) {
        out.start("GS").add(functionalIdentifier).add(sender).add(receiver).date(date);
        out.add(time == null ? "0000" : Dates.format(time));
        out.add(controlNumber).add("X").add(version).end();
    }
}
