package dev.superbill.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pull tokenizer: gives the segments of a stream one after the other in bounded memory, whatever the size of the
 * file. One file may hold several interchanges, each with delimiters of its own.
 *
 * <p>Tolerated: a byte order mark, blanks and line breaks before a segment, any line break after a terminator, a
 * terminator that is itself CR or LF, padding (spaces, NUL, ^Z) at the end, segment ids in lower case. Fatal
 * ({@link X12Exception}): no ISA at the beginning, an ISA that is not 106 characters long, a segment longer than the
 * limit, an end inside a segment. Faults of the stream itself come out as {@link UncheckedIOException}.
 *
 * <p>Not thread-safe. Does not close the stream.
 */
public final class SegmentReader {
    /** No segment of a guide comes near it; a wrong terminator must not read a file into memory. */
    public static final int MAX_SEGMENT_BYTES = 256 * 1024;

    private static final int CHUNK = 64 * 1024;
    private static final int ISA_LENGTH = 106;
    private static final int[] ISA_SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int limit;
    private long bufferOffset;
    private boolean endOfStream;

    private @Nullable Delimiters delimiters;
    private int[] ends = new int[64];
    private long ordinal;
    private long ordinalInTransaction;
    private boolean inTransaction;
    private @Nullable Segment last;

    /** Reads from where the stream stands. */
    public SegmentReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next segment, or null at the end of the file.
     *
     * @throws X12Exception when the rest cannot be read
     * @throws UncheckedIOException when the stream fails
     */
    public @Nullable Segment next() {
        try {
            skipBlanks();
            if (from == limit) {
                if (ordinal == 0) {
                    throw fatal(IssueCode.NO_INTERCHANGE, "The file is empty: there is no ISA");
                }
                return null;
            }
            if (atInterchange()) {
                return interchange();
            }
            if (ordinal == 0) {
                throw fatal(IssueCode.NO_INTERCHANGE, "The file does not begin with ISA");
            }
            return segment();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The position of the last segment that was read whole. */
    public Position lastPosition() {
        return last == null ? Position.NONE : last.position();
    }

    /** The id of the last segment that was read whole; empty before the first. */
    public String lastId() {
        return last == null ? "" : last.id();
    }

    /** The delimiters of the interchange being read; null before the first ISA. */
    public @Nullable Delimiters delimiters() {
        return delimiters;
    }

    /** How many bytes were consumed up to the end of the last segment. */
    public long bytesRead() {
        return bufferOffset + from;
    }

    private Segment interchange() throws IOException {
        if (available(ISA_LENGTH) < ISA_LENGTH) {
            throw fatal(IssueCode.ISA_LENGTH, "The file ends inside an ISA, which is 106 characters long");
        }
        byte element = buffer[from + 3];
        for (int offset : ISA_SEPARATORS) {
            if (buffer[from + offset] != element) {
                throw fatal(
                        IssueCode.ISA_LENGTH,
                        "An ISA is not 106 characters long: there is no element separator at character "
                                + (offset + 1));
            }
        }
        char repetition = (char) (buffer[from + 82] & 0xff);
        if (Character.isLetterOrDigit(repetition) || repetition == ' ') {
            repetition = Delimiters.NO_REPETITION;
        }
        char component = (char) (buffer[from + 104] & 0xff);
        char terminator = (char) (buffer[from + 105] & 0xff);
        char separator = (char) (element & 0xff);
        // some senders repeat another delimiter in ISA11, although nothing is repeated
        if (repetition == separator || repetition == component || repetition == terminator) {
            repetition = Delimiters.NO_REPETITION;
        }
        if (!Delimiters.plausible(separator, repetition, component, terminator)) {
            throw fatal(
                    IssueCode.DELIMITERS_AMBIGUOUS,
                    "The delimiters of an ISA are not different punctuation or control characters");
        }
        delimiters = new Delimiters(separator, repetition, component, terminator);
        inTransaction = false;
        return segment();
    }

    private Segment segment() throws IOException {
        Delimiters d = delimiters;
        if (d == null) {
            throw fatal(IssueCode.NO_INTERCHANGE, "The file does not begin with ISA");
        }
        byte separator = (byte) d.element();
        byte terminator = (byte) d.segment();
        int count = 0;
        int i = from;
        while (true) {
            byte[] local = buffer;
            int stop = limit;
            int start = from;
            for (; i < stop; i++) {
                byte b = local[i];
                if (b == separator) {
                    if (count == ends.length - 1) {
                        ends = Arrays.copyOf(ends, ends.length * 2);
                    }
                    ends[count++] = i - start;
                } else if (b == terminator) {
                    return take(i, count, d);
                }
            }
            int length = i - from;
            if (length >= MAX_SEGMENT_BYTES) {
                throw fatal(
                        IssueCode.SEGMENT_TOO_LONG,
                        "A segment is longer than " + MAX_SEGMENT_BYTES + " bytes; its terminator is missing");
            }
            if (!fill()) {
                throw fatal(IssueCode.CUT_SHORT, "The file ends inside a segment");
            }
            i = from + length;
        }
    }

    private Segment take(int end, int count, Delimiters d) {
        int to = end;
        int floor = from + (count == 0 ? 0 : ends[count - 1] + 1);
        while (to > floor && (buffer[to - 1] == '\r' || buffer[to - 1] == '\n')) {
            to--;
        }
        int length = to - from;
        int[] own = Arrays.copyOf(ends, count + 1);
        own[count] = length;
        byte[] bytes = Arrays.copyOfRange(buffer, from, to);
        ordinal++;
        boolean starts = isId(bytes, own[0], 'S', 'T');
        if (starts) {
            inTransaction = true;
            ordinalInTransaction = 0;
        }
        Segment segment =
                new Segment(bytes, own, d, ordinal, inTransaction ? ++ordinalInTransaction : 0, bufferOffset + from);
        if (isId(bytes, own[0], 'S', 'E')) {
            inTransaction = false;
        }
        from = end + 1;
        last = segment;
        return segment;
    }

    private static boolean isId(byte[] bytes, int length, char first, char second) {
        return length == 2 && (bytes[0] & ~0x20) == first && (bytes[1] & ~0x20) == second;
    }

    private boolean atInterchange() throws IOException {
        return available(4) >= 4
                && (buffer[from] & ~0x20) == 'I'
                && (buffer[from + 1] & ~0x20) == 'S'
                && (buffer[from + 2] & ~0x20) == 'A'
                && !Character.isLetterOrDigit(buffer[from + 3] & 0xff);
    }

    private void skipBlanks() throws IOException {
        while (true) {
            while (from < limit) {
                byte b = buffer[from];
                boolean mark = ordinal == 0 && from + bufferOffset < 3 && b < 0; // UTF-8 byte order mark
                if (((b < 0 || b > ' ') && !mark) || isDelimiter(b)) {
                    return;
                }
                from++;
            }
            if (!fill()) {
                return;
            }
        }
    }

    // a control character can be an element separator; an empty id is a fault, not padding
    private boolean isDelimiter(byte b) {
        return delimiters != null && b == (byte) delimiters.element();
    }

    private int available(int wanted) throws IOException {
        while (limit - from < wanted && fill()) {
            // fill moves at least one byte or says no
        }
        return limit - from;
    }

    /** Reads more behind what is kept from {@code from} on; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (endOfStream) {
            return false;
        }
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, limit - from);
            bufferOffset += from;
            limit -= from;
            from = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, MAX_SEGMENT_BYTES + CHUNK));
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            endOfStream = true;
            return false;
        }
        limit += read;
        return true;
    }

    private X12Exception fatal(IssueCode code, String message) {
        String where = ordinal == 0 ? "" : "; the last good segment is " + lastId() + ", segment " + ordinal;
        return new X12Exception(X12Issue.of(code, message + where, lastId(), lastPosition()));
    }
}
