package dev.superbill.x12;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One segment: its id and its elements, which become strings only when they are asked for. Immutable.
 *
 * <p>Elements, components and repetitions count from 1, as the guides do ({@code CLP01} is {@code element(1)}). What is
 * absent is the empty string. Spaces at both ends and line breaks are not part of a value.
 *
 * <p>Bytes are UTF-8 where they are well-formed UTF-8 and ISO-8859-1 otherwise. X12 itself allows ASCII only (the basic
 * and extended sets), where both agree; senders that put an accent into a name use either, neither says which, and text
 * in ISO-8859-1 is practically never well-formed UTF-8. The default charset of the platform plays no part.
 */
public final class Segment {
    private final byte[] bytes;
    private final int[] ends;
    private final Delimiters delimiters;
    private final String id;
    private final long ordinal;
    private final long ordinalInTransaction;
    private final long byteOffset;

    Segment(byte[] bytes, int[] ends, Delimiters delimiters, long ordinal, long ordinalInTransaction, long byteOffset) {
        this.bytes = bytes;
        this.ends = ends;
        this.delimiters = delimiters;
        this.id = upper(text(0, ends[0]));
        this.ordinal = ordinal;
        this.ordinalInTransaction = ordinalInTransaction;
        this.byteOffset = byteOffset;
    }

    /** The segment id in upper case, for example {@code CLP}. */
    public String id() {
        return id;
    }

    /** Whether this is a segment of that id (given in upper case). */
    public boolean is(String segmentId) {
        return id.equals(segmentId);
    }

    /** Whether this is a segment of that id with that code as its first element, as in {@code REF*6R}, in any case. */
    public boolean is(String segmentId, String qualifier) {
        return id.equals(segmentId) && codeEquals(qualifier);
    }

    /** Where it stands. */
    public Position position() {
        return new Position(ordinal, ordinalInTransaction, byteOffset);
    }

    /** Ordinal in the file, from 1. */
    public long ordinal() {
        return ordinal;
    }

    /** Ordinal in the transaction set with ST as 1; 0 outside. */
    public long ordinalInTransaction() {
        return ordinalInTransaction;
    }

    /** Offset of its first byte in the file. */
    public long byteOffset() {
        return byteOffset;
    }

    /** The delimiters of its interchange. */
    public Delimiters delimiters() {
        return delimiters;
    }

    /** How many elements it has, the id not counted. */
    public int size() {
        return ends.length - 1;
    }

    /** Whether the element is there and not blank. */
    public boolean has(int element) {
        if (element < 1 || element >= ends.length) {
            return false;
        }
        for (int i = ends[element - 1] + 1; i < ends[element]; i++) {
            if (!isBlank(bytes[i])) {
                return true;
            }
        }
        return false;
    }

    /** The element as an amount in cents; {@link Amounts#INVALID} when it is absent or none. Makes no string. */
    long amount(int element) {
        if (element < 1 || element >= ends.length) {
            return Amounts.INVALID;
        }
        int from = ends[element - 1] + 1;
        int to = ends[element];
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        return Amounts.parse(bytes, from, to);
    }

    /** The element as text; a composite with its component separators. */
    public String element(int element) {
        if (element < 1 || element >= ends.length) {
            return "";
        }
        return text(ends[element - 1] + 1, ends[element]);
    }

    /** An element that is a code of the guides, in upper case: some senders write everything in lower. */
    public String code(int element) {
        return upper(element(element));
    }

    /** {@link #code(int)} of one component of an element. */
    public String code(int element, int component) {
        return upper(component(element, component));
    }

    /** Whether the element is exactly that ASCII text; makes no string. */
    public boolean elementEquals(int element, String text) {
        if (element < 1 || element >= ends.length) {
            return text.isEmpty();
        }
        int from = ends[element - 1] + 1;
        int to = ends[element];
        if (to - from != text.length()) {
            return element(element).equals(text);
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    /** One component of an element; the first one of a simple element is the element. */
    public String component(int element, int component) {
        if (element < 1 || element >= ends.length || component < 1) {
            return "";
        }
        int to = ends[element];
        int from = ends[element - 1] + 1;
        for (int n = 1; ; n++) {
            int end = indexOf(delimiters.component(), from, to);
            if (n == component) {
                return text(from, end);
            }
            if (end == to) {
                return "";
            }
            from = end + 1;
        }
    }

    /** All components of an element; none when it is absent. */
    public List<String> components(int element) {
        return split(element, delimiters.component());
    }

    /** All repetitions of an element; none when it is absent. */
    public List<String> repetitions(int element) {
        return delimiters.repetition() == Delimiters.NO_REPETITION
                ? (has(element) ? List.of(element(element)) : List.of())
                : split(element, delimiters.repetition());
    }

    /** All elements, the first one being element 1. */
    public List<String> elements() {
        List<String> all = new ArrayList<>(size());
        for (int i = 1; i <= size(); i++) {
            all.add(element(i));
        }
        return all;
    }

    /** The segment as it was written, without its terminator. May hold patient data. */
    public String text() {
        return decode(0, bytes.length);
    }

    /** Only the id and the position: elements may be patient data. */
    @Override
    public String toString() {
        return id + "@" + ordinal;
    }

    byte[] bytes() {
        return bytes;
    }

    private boolean codeEquals(String code) {
        if (ends.length < 2 || ends[1] - ends[0] - 1 != code.length()) {
            return code(1).equals(code);
        }
        int from = ends[0] + 1;
        for (int i = 0; i < code.length(); i++) {
            byte b = bytes[from + i];
            if ((b >= 'a' && b <= 'z' ? b - 32 : b) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String upper(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return code.toUpperCase(Locale.ROOT);
            }
        }
        return code;
    }

    private List<String> split(int element, char delimiter) {
        if (element < 1 || element >= ends.length) {
            return List.of();
        }
        int to = ends[element];
        int from = ends[element - 1] + 1;
        if (from == to) {
            return List.of();
        }
        List<String> parts = new ArrayList<>(4);
        while (true) {
            int end = indexOf(delimiter, from, to);
            parts.add(text(from, end));
            if (end == to) {
                return parts;
            }
            from = end + 1;
        }
    }

    private int indexOf(char delimiter, int from, int to) {
        byte wanted = (byte) delimiter;
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return to;
    }

    private String text(int from, int to) {
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (from < to && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            return "";
        }
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b < ' ') { // negative: not ASCII
                return unusual(from, to);
            }
        }
        return Texts.of(bytes, from, to);
    }

    private String unusual(int from, int to) {
        String text = decode(from, to).replace("\r", "").replace("\n", "");
        // no text type of a database holds a NUL; a visible sign stands for it
        return text.replace('\0', '\uFFFD');
    }

    private String decode(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    /** Texts of ASCII; ids, qualifiers and codes are shared: a file has millions of them and a few dozen different ones. */
    private static final class Texts {
        private static final int MAX_SHARED_LENGTH = 3;
        private static final int SLOTS = 4096;
        private static final String[] SHARED = new String[SLOTS];

        private Texts() {}

        // racy on purpose: strings are immutable and a lost write costs one allocation
        static String of(byte[] bytes, int from, int to) {
            int length = to - from;
            if (length > MAX_SHARED_LENGTH) {
                return ascii(bytes, from, length);
            }
            int hash = length;
            for (int i = from; i < to; i++) {
                hash = hash * 31 + bytes[i];
            }
            int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
            String shared = SHARED[slot];
            if (shared != null && matches(shared, bytes, from, length)) {
                return shared;
            }
            String text = ascii(bytes, from, length);
            SHARED[slot] = text;
            return text;
        }

        private static boolean matches(String shared, byte[] bytes, int from, int length) {
            if (shared.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (shared.charAt(i) != bytes[from + i]) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("deprecation") // the one constructor that copies ASCII bytes without a decoder
        private static String ascii(byte[] bytes, int from, int length) {
            return new String(bytes, 0, from, length);
        }
    }
}
