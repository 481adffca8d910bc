package dev.superbill.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes segments: {@code out.start("REF").add("6R").add("1").end()}. Trailing empty elements and components are left
 * out. Data that holds a delimiter or a character outside the basic and extended sets is refused with an issue that
 * names the element; {@link Transliteration} mends such data beforehand.
 *
 * <p>Not thread-safe. {@link #flush()} passes everything on; the stream is not closed.
 */
public final class SegmentWriter {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private final Delimiters delimiters;
    private final boolean lineBreaks;
    private final boolean[] allowed = new boolean[128];
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private int significant;
    private int segmentStart;
    private int element;
    private String segmentId = "";
    private long segments;
    private long transactionSegments;
    private boolean marked;
    private int markedLength;
    private long markedSegments;
    private long markedTransactionSegments;

    /** Writes with these delimiters, one segment directly after the other. */
    public SegmentWriter(OutputStream out, Delimiters delimiters) {
        this(out, delimiters, false);
    }

    /** Writes with these delimiters; with line breaks, a LF follows each terminator (easier for people to read). */
    public SegmentWriter(OutputStream out, Delimiters delimiters, boolean lineBreaks) {
        this.out = out;
        this.delimiters = delimiters;
        this.lineBreaks = lineBreaks;
        for (char c = ' '; c < 127; c++) {
            allowed[c] = !delimiters.contains(c);
        }
    }

    /** Begins a segment. */
    public SegmentWriter start(String id) {
        if (!segmentId.isEmpty()) {
            throw new IllegalStateException(segmentId + " was not ended");
        }
        segmentId = id;
        segmentStart = length;
        element = 0;
        ascii(id);
        significant = length;
        return this;
    }

    /** The next element; empty leaves it out. */
    public SegmentWriter add(String value) {
        separator();
        data(value, element);
        return this;
    }

    /** The next element in fixed width, padded with spaces on the right: only the ISA has such. */
    public SegmentWriter padded(String value, int width) {
        if (value.length() > width) {
            throw refuse(IssueCode.TOO_LONG, "The value is longer than " + width + " characters", value);
        }
        separator();
        data(value, element);
        for (int i = value.length(); i < width; i++) {
            put((byte) ' ');
        }
        significant = length;
        return this;
    }

    /** The next element as money. */
    public SegmentWriter amount(long cents) {
        return add(Amounts.format(cents));
    }

    /** The next element as money; null leaves it out. */
    public SegmentWriter amount(@Nullable Long cents) {
        return add(cents == null ? "" : Amounts.format(cents.longValue()));
    }

    /** The next element as a number; null leaves it out. */
    public SegmentWriter number(@Nullable BigDecimal value) {
        return add(value == null ? "" : Amounts.format(value));
    }

    /** The next element as a whole number. */
    public SegmentWriter number(long value) {
        return add(Long.toString(value));
    }

    /** The next element as CCYYMMDD; null leaves it out. */
    public SegmentWriter date(@Nullable LocalDate date) {
        return add(date == null ? "" : Dates.format(date));
    }

    /** The next element as a composite of components. */
    public SegmentWriter composite(String... components) {
        separator();
        int last = components.length;
        while (last > 0 && components[last - 1].isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            if (i > 0) {
                put((byte) delimiters.component());
            }
            data(components[i], element);
        }
        return this;
    }

    /** The next element as repetitions. */
    public SegmentWriter repetitions(String... values) {
        separator();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put((byte) delimiters.repetition());
            }
            data(values[i], element);
        }
        return this;
    }

    /** Ends the segment. */
    public void end() {
        length = significant;
        put((byte) delimiters.segment());
        if (lineBreaks && delimiters.segment() != '\n' && delimiters.segment() != '\r') {
            put((byte) '\n');
        }
        segments++;
        transactionSegments = segmentId.equals("ST") ? 1 : transactionSegments + 1;
        segmentId = "";
        if (length > BUFFER / 2 && !marked) {
            drain();
        }
    }

    /**
     * Keeps what follows back, so that {@link #rollback()} can take it away: a claim that cannot be written must not
     * leave half of itself in the file.
     */
    public void mark() {
        if (length > BUFFER / 4) {
            drain();
        }
        marked = true;
        markedLength = length;
        marked = true;
        markedSegments = segments;
        markedTransactionSegments = transactionSegments;
    }

    /** Lets go what was kept back. */
    public void commit() {
        marked = false;
    }

    /** Takes away what was written since {@link #mark()}. */
    public void rollback() {
        if (!marked) {
            throw new IllegalStateException("nothing was marked");
        }
        marked = false;
        length = markedLength;
        segmentId = "";
        segments = markedSegments;
        transactionSegments = markedTransactionSegments;
    }

    /** How many segments were written. */
    public long segments() {
        return segments;
    }

    /** How many segments were written since the last ST, that one included. */
    public long transactionSegments() {
        return transactionSegments;
    }

    /** The delimiters in use. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** Passes everything on to the stream. */
    public void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The last component or repetition separator of an ISA is data there, and written unchecked. */
    SegmentWriter delimiterAsData(char delimiter) {
        separator();
        put((byte) delimiter);
        significant = length;
        return this;
    }

    private void separator() {
        if (segmentId.isEmpty()) {
            throw new IllegalStateException("no segment was started");
        }
        element++;
        put((byte) delimiters.element());
    }

    private void data(String value, int inElement) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 128 || !allowed[c]) {
                element = inElement;
                throw delimiters.contains(c)
                        ? refuse(IssueCode.DELIMITER_IN_DATA, "The value holds the delimiter '" + c + "'", value)
                        : refuse(
                                IssueCode.CHARACTER_NOT_ALLOWED,
                                "The value holds the character U+" + String.format("%04X", (int) c),
                                value);
            }
            put((byte) c);
        }
        if (!value.isEmpty()) {
            significant = length;
        }
    }

    private X12Exception refuse(IssueCode code, String message, String value) {
        X12Issue issue = new X12Issue(code, message, segmentId, new Position(segments + 1, 0, 0), element, value, "");
        // what was begun is taken back, so that the writer may go on with another segment
        length = segmentStart;
        segmentId = "";
        return new X12Exception(issue);
    }

    private void ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (byte b : bytes) {
            put(b);
        }
    }

    private void put(byte b) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        buffer[length++] = b;
    }

    private void drain() {
        try {
            out.write(buffer, 0, length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        length = 0;
    }
}
