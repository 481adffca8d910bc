package dev.superbill.x12;

/**
 * Where a segment stands.
 *
 * @param inFile ordinal of the segment in the file, from 1; 0 when the record was not read from a file
 * @param inTransaction ordinal of the segment in its transaction set with ST as 1 (as 999 IK302 counts); 0 outside
 * @param byteOffset offset of the segment's first byte in the file, from 0
 */
public record Position(long inFile, long inTransaction, long byteOffset) {
    /** The position of what was made and not read. */
    public static final Position NONE = new Position(0, 0, 0);

    @Override
    public String toString() {
        return inFile == 0 ? "unwritten" : "segment " + inFile;
    }
}
