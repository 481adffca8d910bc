package dev.superbill.x12;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date with its meaning: DTM (835) or DTP (837, 277CA).
 *
 * @param qualifier DTM01 or DTP01: {@code 472} service, {@code 232} and {@code 233} claim period, {@code 431} onset …
 * @param from the date, or the first of a period
 * @param to the last of a period (DTP02 RD8); null for a single date
 */
public record QualifiedDate(
        String qualifier, LocalDate from, @Nullable LocalDate to) {
    /** A single date. */
    public static QualifiedDate of(String qualifier, LocalDate date) {
        return new QualifiedDate(qualifier, date, null);
    }

    /** Reads a DTM; null with an issue when the date is unreadable. */
    public static @Nullable QualifiedDate readDtm(Segment dtm, Findings findings) {
        LocalDate date = findings.date(dtm, 2);
        return date == null ? null : of(dtm.code(1), date);
    }

    /** Reads a DTP in D8, RD8 or DT; null with an issue when the date is unreadable. */
    public static @Nullable QualifiedDate readDtp(Segment dtp, Findings findings) {
        String text = dtp.element(3);
        LocalDate from;
        LocalDate to = null;
        int hyphen = text.indexOf('-');
        if (hyphen > 0) {
            from = Dates.parse(text.substring(0, hyphen));
            to = Dates.parse(text.substring(hyphen + 1));
        } else {
            from = Dates.parse(text.length() == 12 ? text.substring(0, 8) : text);
        }
        if (from == null || (hyphen > 0 && to == null)) {
            findings.add(IssueCode.BAD_DATE, "This is not a date CCYYMMDD or a period of two", dtp, 3);
            return null;
        }
        return new QualifiedDate(dtp.code(1), from, to);
    }

    /** Writes a DTM. */
    public void writeDtm(SegmentWriter out) {
        out.start("DTM").add(qualifier).date(from).end();
    }

    /** Writes a DTP. */
    public void writeDtp(SegmentWriter out) {
        out.start("DTP").add(qualifier);
        if (to == null) {
            out.add("D8").date(from);
        } else {
            out.add("RD8").add(Dates.format(from) + "-" + Dates.format(to));
        }
        out.end();
    }

    /** The first date with that qualifier, else null. */
    public static @Nullable LocalDate find(List<QualifiedDate> dates, String qualifier) {
        for (QualifiedDate date : dates) {
            if (date.qualifier.equals(qualifier)) {
                return date.from;
            }
        }
        return null;
    }
}
