package dev.superbill.x12;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the envelopes while segments go by: SE01 and SE02, GE01 and GE02, IEA01 and IEA02 (numbers compare
 * numerically), a missing SE, GE or IEA, segments outside of their envelope. Use {@link #of(InputStream)} for a pass of its
 * own, or feed segments with {@link #accept} during another pass and end with {@link #finish}.
 */
public final class EnvelopeScan {
    private final List<Envelope.Interchange> interchanges = new ArrayList<>();
    private @Nullable InterchangeHeader interchange;
    private List<Envelope.Group> groups = new ArrayList<>();
    private List<Segment> acknowledgements = new ArrayList<>();
    private Findings interchangeFindings = new Findings();
    private Set<String> groupNumbers = new HashSet<>();
    private @Nullable FunctionalGroupHeader group;
    private List<Envelope.Transaction> transactions = new ArrayList<>();
    private Findings groupFindings = new Findings();
    private Set<String> transactionNumbers = new HashSet<>();
    private @Nullable TransactionHeader transaction;
    private Findings transactionFindings = new Findings();
    private int groupOrdinal;
    private int transactionOrdinal;
    private long segments;
    private @Nullable Segment last;

    /** Nothing seen yet. */
    public EnvelopeScan() {}

    /**
     * Reads a whole file for its envelopes.
     *
     * @throws X12Exception when the file is none or is cut short, with the last good position
     */
    public static Envelope of(InputStream in) {
        SegmentReader reader = new SegmentReader(in);
        EnvelopeScan scan = new EnvelopeScan();
        for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
            scan.accept(segment);
        }
        return scan.finish(reader.bytesRead());
    }

    /** Takes note of the next segment. */
    public void accept(Segment segment) {
        segments++;
        switch (segment.id()) {
            case "ISA" -> startInterchange(segment);
            case "IEA" -> endInterchange(segment);
            case "GS" -> startGroup(segment);
            case "GE" -> endGroup(segment);
            case "ST" -> startTransaction(segment);
            case "SE" -> endTransaction(segment);
            case "TA1" -> {
                if (transaction == null && acknowledgements.size() < 1000) {
                    acknowledgements.add(segment);
                }
            }
            default -> {
                if (transaction == null) {
                    misplaced(segment, "This segment stands outside of a transaction");
                }
            }
        }
        last = segment;
    }

    /** The ordinal in the file of the transaction being read, or read last. */
    public int transactionOrdinal() {
        return transactionOrdinal;
    }

    /** The interchange being read; null outside. */
    public @Nullable InterchangeHeader interchange() {
        return interchange;
    }

    /** The group being read; null outside. */
    public @Nullable FunctionalGroupHeader group() {
        return group;
    }

    /** The transaction being read; null outside. */
    public @Nullable TransactionHeader transaction() {
        return transaction;
    }

    /**
     * What was found.
     *
     * @param bytes length of the file
     * @throws X12Exception when the last interchange has no IEA: the file was cut short
     */
    public Envelope finish(long bytes) {
        if (interchange != null) {
            throw new X12Exception(X12Issue.of(
                    IssueCode.CUT_SHORT,
                    "The file ends without IEA; the last good segment is " + lastId() + ", segment "
                            + lastPosition().inFile(),
                    lastId(),
                    lastPosition()));
        }
        return new Envelope(interchanges, segments, bytes);
    }

    private void startInterchange(Segment isa) {
        if (interchange != null) {
            closeGroup(isa);
            interchangeFindings.add(X12Issue.of(
                    IssueCode.INTERCHANGE_NOT_CLOSED, "The interchange has no IEA", lastId(), lastPosition()));
            keepInterchange();
        }
        interchange = InterchangeHeader.read(isa);
        groups = new ArrayList<>();
        acknowledgements = new ArrayList<>(0);
        groupNumbers = new HashSet<>();
    }

    private void endInterchange(Segment iea) {
        if (interchange == null) {
            misplaced(iea, "An IEA without ISA");
            return;
        }
        closeGroup(iea);
        if (!ControlNumbers.counts(iea.element(1), groups.size())) {
            interchangeFindings.add(
                    IssueCode.GROUP_COUNT, "IEA01 is not the number of groups, " + groups.size(), iea, 1);
        }
        if (!ControlNumbers.same(iea.element(2), interchange.controlNumber())) {
            interchangeFindings.add(
                    IssueCode.INTERCHANGE_CONTROL_NUMBER,
                    "IEA02 differs from ISA13 " + interchange.controlNumber(),
                    iea,
                    2);
        }
        keepInterchange();
    }

    private void startGroup(Segment gs) {
        if (interchange == null) {
            misplaced(gs, "A GS without ISA");
            return;
        }
        closeGroup(gs);
        group = FunctionalGroupHeader.read(gs);
        if (!groupNumbers.add(group.controlNumber())) {
            groupFindings.add(IssueCode.DUPLICATE_CONTROL_NUMBER, "GS06 repeats in the interchange", gs, 6);
        }
        groupOrdinal++;
        transactions = new ArrayList<>();
        transactionNumbers = new HashSet<>();
    }

    private void endGroup(Segment ge) {
        if (group == null) {
            misplaced(ge, "A GE without GS");
            return;
        }
        closeTransaction(ge);
        if (!ControlNumbers.counts(ge.element(1), transactions.size())) {
            groupFindings.add(
                    IssueCode.TRANSACTION_COUNT,
                    "GE01 is not the number of transactions, " + transactions.size(),
                    ge,
                    1);
        }
        if (!ControlNumbers.same(ge.element(2), group.controlNumber())) {
            groupFindings.add(IssueCode.GROUP_CONTROL_NUMBER, "GE02 differs from GS06 " + group.controlNumber(), ge, 2);
        }
        keepGroup();
    }

    private void startTransaction(Segment st) {
        if (group == null) {
            misplaced(st, "An ST without GS");
            return;
        }
        closeTransaction(st);
        transaction = TransactionHeader.read(st);
        if (!transactionNumbers.add(transaction.controlNumber())) {
            transactionFindings.add(IssueCode.DUPLICATE_CONTROL_NUMBER, "ST02 repeats in the group", st, 2);
        }
        transactionOrdinal++;
    }

    private void endTransaction(Segment se) {
        if (transaction == null) {
            misplaced(se, "An SE without ST");
            return;
        }
        long count = se.position().inFile() - transaction.position().inFile() + 1;
        if (!ControlNumbers.counts(se.element(1), count)) {
            transactionFindings.add(IssueCode.SEGMENT_COUNT, "SE01 is not the number of segments, " + count, se, 1);
        }
        if (!ControlNumbers.same(se.element(2), transaction.controlNumber())) {
            transactionFindings.add(
                    IssueCode.TRANSACTION_CONTROL_NUMBER,
                    "SE02 differs from ST02 " + transaction.controlNumber(),
                    se,
                    2);
        }
        keepTransaction(se.position());
    }

    private void closeTransaction(Segment by) {
        if (transaction != null) {
            transactionFindings.add(X12Issue.of(
                    IssueCode.TRANSACTION_NOT_CLOSED,
                    "The transaction has no SE before " + by.id(),
                    lastId(),
                    lastPosition()));
            keepTransaction(lastPosition());
        }
    }

    private void closeGroup(Segment by) {
        closeTransaction(by);
        if (group != null) {
            groupFindings.add(X12Issue.of(
                    IssueCode.GROUP_NOT_CLOSED, "The group has no GE before " + by.id(), lastId(), lastPosition()));
            keepGroup();
        }
    }

    private void misplaced(Segment segment, String message) {
        Findings findings = group != null ? groupFindings : interchangeFindings;
        findings.add(IssueCode.MISPLACED_SEGMENT, message, segment);
    }

    private void keepTransaction(Position end) {
        TransactionHeader header = transaction;
        if (header != null && group != null) {
            String version = header.guide().isEmpty() ? group.version() : header.guide();
            long count = end.inFile() - header.position().inFile() + 1;
            transactions.add(new Envelope.Transaction(
                    transactionOrdinal, header, version, count, end, transactionFindings.take()));
        }
        transaction = null;
    }

    private void keepGroup() {
        if (group != null) {
            groups.add(new Envelope.Group(groupOrdinal, group, List.copyOf(transactions), groupFindings.take()));
        }
        group = null;
    }

    private void keepInterchange() {
        if (interchange != null) {
            interchanges.add(new Envelope.Interchange(
                    interchanges.size() + 1,
                    interchange,
                    List.copyOf(groups),
                    List.copyOf(acknowledgements),
                    interchangeFindings.take()));
        }
        interchange = null;
    }

    private Position lastPosition() {
        return last == null ? Position.NONE : last.position();
    }

    private String lastId() {
        return last == null ? "" : last.id();
    }
}
