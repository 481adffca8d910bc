package dev.superbill.x12;

import java.io.OutputStream;

/**
 * Writes the envelopes around transaction sets and keeps their counts: ISA, GS, ST … SE, GE, IEA.
 *
 * <pre>{@code
 * try (InterchangeWriter file = new InterchangeWriter(out, isa)) {
 *     file.startGroup(gs);
 *     SegmentWriter body = file.startTransaction("835", "0001", "");
 *     ...
 *     file.endTransaction();
 * }
 * }</pre>
 *
 * <p>{@link #close()} writes GE and IEA and flushes; the stream stays open. Several interchanges may go to one stream.
 */
public final class InterchangeWriter implements AutoCloseable {
    private final SegmentWriter out;
    private final String interchangeControlNumber;
    private String groupControlNumber = "";
    private String transactionControlNumber = "";
    private int groups;
    private int transactions;
    private boolean closed;

    /** Writes the ISA, without line breaks after segments. */
    public InterchangeWriter(OutputStream stream, InterchangeHeader header) {
        this(stream, header, false);
    }

    /** Writes the ISA; with or without a line break after each segment. */
    public InterchangeWriter(OutputStream stream, InterchangeHeader header, boolean lineBreaks) {
        this.out = new SegmentWriter(stream, header.delimiters(), lineBreaks);
        this.interchangeControlNumber = header.controlNumber();
        header.write(out);
    }

    /** Ends the group before, if there is one, and begins another. */
    public void startGroup(FunctionalGroupHeader header) {
        endGroup();
        header.write(out);
        groupControlNumber = header.controlNumber();
        groups++;
        transactions = 0;
    }

    /**
     * Begins a transaction set.
     *
     * @param setId ST01
     * @param controlNumber ST02, 4 to 9 characters
     * @param guide ST03, empty where the set has none (835)
     * @return where its body is written
     */
    public SegmentWriter startTransaction(String setId, String controlNumber, String guide) {
        if (groupControlNumber.isEmpty() || !transactionControlNumber.isEmpty()) {
            throw new IllegalStateException("a transaction begins inside a group and outside another transaction");
        }
        transactionControlNumber = controlNumber;
        transactions++;
        out.start("ST").add(setId).add(controlNumber).add(guide).end();
        return out;
    }

    /** Writes the SE with its count. */
    public void endTransaction() {
        long count = out.transactionSegments() + 1;
        out.start("SE").number(count).add(transactionControlNumber).end();
        transactionControlNumber = "";
    }

    /** A segment outside of groups, such as a TA1: before the first group. */
    public SegmentWriter outsideGroups() {
        return out;
    }

    /** Writes GE and IEA and flushes. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        endGroup();
        out.start("IEA").number(groups).add(interchangeControlNumber).end();
        out.flush();
    }

    private void endGroup() {
        if (!transactionControlNumber.isEmpty()) {
            throw new IllegalStateException("transaction " + transactionControlNumber + " was not ended");
        }
        if (!groupControlNumber.isEmpty()) {
            out.start("GE").number(transactions).add(groupControlNumber).end();
            groupControlNumber = "";
        }
    }
}
