package dev.superbill.x12;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The envelopes of a file that was read to its end: interchanges, in them groups, in them transactions, each with its own
 * issues. What holds a transaction is the error of its own, of its group or of its interchange.
 *
 * @param interchanges in file order
 * @param segments how many segments the file has
 * @param bytes how many bytes were read
 */
public record Envelope(List<Interchange> interchanges, long segments, long bytes) {
    /** Copies the list. */
    public Envelope {
        interchanges = List.copyOf(interchanges);
    }

    /**
     * ISA to IEA.
     *
     * @param ordinal in the file, from 1
     * @param header ISA
     * @param groups in file order
     * @param acknowledgements TA1 segments in it, as read
     * @param issues of IEA01, IEA02 and of what stands outside of groups
     */
    public record Interchange(
            int ordinal,
            InterchangeHeader header,
            List<Group> groups,
            List<Segment> acknowledgements,
            List<X12Issue> issues) {}

    /**
     * GS to GE.
     *
     * @param ordinal in the file, from 1
     * @param header GS
     * @param transactions in file order
     * @param issues of GE01, GE02 and a missing GE
     */
    public record Group(
            int ordinal, FunctionalGroupHeader header, List<Transaction> transactions, List<X12Issue> issues) {}

    /**
     * ST to SE.
     *
     * @param ordinal in the file, from 1, whatever the set
     * @param header ST
     * @param version the guide: ST03, else GS08
     * @param segments from ST to SE, both included
     * @param last position of the last segment
     * @param issues of SE01, SE02 and a missing SE
     */
    public record Transaction(
            int ordinal,
            TransactionHeader header,
            String version,
            long segments,
            Position last,
            List<X12Issue> issues) {}

    /** All transactions in file order. */
    public List<Transaction> transactions() {
        return interchanges.stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.transactions().stream())
                .toList();
    }

    /** Every issue that concerns a transaction, by its ordinal: of its interchange, its group and its own. */
    public Map<Integer, List<X12Issue>> issuesByTransaction() {
        Map<Integer, List<X12Issue>> issues = new HashMap<>();
        for (Interchange interchange : interchanges) {
            for (Group group : interchange.groups()) {
                for (Transaction transaction : group.transactions()) {
                    List<X12Issue> all = Stream.of(interchange.issues(), group.issues(), transaction.issues())
                            .flatMap(List::stream)
                            .toList();
                    if (!all.isEmpty()) {
                        issues.put(transaction.ordinal(), all);
                    }
                }
            }
        }
        return issues;
    }

    /** All issues in the order of interchange, group, transaction. */
    public List<X12Issue> issues() {
        return interchanges.stream()
                .flatMap(interchange -> Stream.concat(
                        interchange.issues().stream(),
                        interchange.groups().stream()
                                .flatMap(group -> Stream.concat(
                                        group.issues().stream(),
                                        group.transactions().stream().flatMap(t -> t.issues().stream())))))
                .toList();
    }
}
