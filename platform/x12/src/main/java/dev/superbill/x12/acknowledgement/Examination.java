package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Envelope;
import dev.superbill.x12.EnvelopeScan;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Examines a received file of 837P claims and makes the answers: a TA1 and the 999s of each interchange. Only envelopes and
 * the guide's structure are looked at (SNIP types 1 and 2); whether a claim is acceptable is said by a 277CA.
 *
 * @param answers one for each interchange, in file order
 */
public record Examination(List<Answer> answers) {
    /**
     * The answers to one interchange.
     *
     * @param received its ISA
     * @param interchange the TA1
     * @param groups a 999 for each group; empty when the interchange is rejected
     */
    public record Answer(
            InterchangeHeader received, InterchangeAcknowledgement interchange, List<GroupAcknowledgement> groups) {}

    /** Copies the list. */
    public Examination {
        answers = List.copyOf(answers);
    }

    /**
     * Examines a file. When it is cut short, the interchange that is not whole is rejected by its TA1 (note 023), and so are
     * those before it, since the file is refused whole.
     *
     * @throws X12Exception when there is no ISA that could be answered
     */
    public static Examination of(InputStream in) {
        SegmentReader reader = new SegmentReader(in);
        EnvelopeScan scan = new EnvelopeScan();
        Map<Integer, List<GroupAcknowledgement.SegmentError>> errors = new HashMap<>();
        List<InterchangeHeader> headers = new ArrayList<>();
        try {
            Envelope envelope = read(reader, scan, errors, headers);
            return new Examination(envelope.interchanges().stream()
                    .map(interchange -> answer(interchange, errors))
                    .toList());
        } catch (X12Exception cutShort) {
            if (headers.isEmpty()) {
                throw cutShort;
            }
            return new Examination(headers.stream()
                    .map(header ->
                            new Answer(header, InterchangeAcknowledgement.of(header, "R", note(cutShort)), List.of()))
                    .toList());
        }
    }

    /** Whether everything was accepted without a fault. */
    public boolean clean() {
        return answers.stream()
                .allMatch(answer -> answer.interchange().code().equals("A")
                        && answer.groups().stream()
                                .allMatch(group -> group.code().equals("A")));
    }

    private static Envelope read(
            SegmentReader reader,
            EnvelopeScan scan,
            Map<Integer, List<GroupAcknowledgement.SegmentError>> errors,
            List<InterchangeHeader> headers) {
        GuideCheck check = null;
        int checked = 0;
        for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
            scan.accept(segment);
            switch (segment.id()) {
                case "ISA" -> headers.add(InterchangeHeader.read(segment));
                case "ST" -> {
                    if (check != null) {
                        errors.put(checked, check.finish());
                    }
                    boolean claims = segment.elementEquals(1, "837") && scan.transaction() != null;
                    check = claims ? new GuideCheck(ProfessionalClaimGuide.STRUCTURE) : null;
                    checked = scan.transactionOrdinal();
                }
                case "SE", "GE", "GS", "IEA" -> {
                    if (check != null) {
                        errors.put(checked, check.finish());
                        check = null;
                    }
                }
                default -> {
                    if (check != null) {
                        check.accept(segment);
                    }
                }
            }
        }
        return scan.finish(reader.bytesRead());
    }

    private static String note(X12Exception fatal) {
        return fatal.issues().stream().anyMatch(issue -> issue.code() == IssueCode.CUT_SHORT) ? "023" : "024";
    }

    private static Answer answer(
            Envelope.Interchange interchange, Map<Integer, List<GroupAcknowledgement.SegmentError>> errors) {
        String note = "000";
        for (X12Issue issue : interchange.issues()) {
            note = switch (issue.code()) {
                case INTERCHANGE_CONTROL_NUMBER -> "001";
                case GROUP_COUNT -> "021";
                case INTERCHANGE_NOT_CLOSED -> "023";
                default -> issue.isError() ? "024" : note;
            };
            if (!note.equals("000")) {
                break;
            }
        }
        boolean rejected = !note.equals("000");
        List<GroupAcknowledgement> groups = new ArrayList<>();
        if (!rejected) {
            for (Envelope.Group group : interchange.groups()) {
                if (!group.header().functionalIdentifier().equals("FA")) {
                    groups.add(group(group, groups.size() + 1, errors));
                }
            }
        }
        return new Answer(
                interchange.header(),
                InterchangeAcknowledgement.of(interchange.header(), rejected ? "R" : "A", note),
                List.copyOf(groups));
    }

    private static GroupAcknowledgement group(
            Envelope.Group group, int number, Map<Integer, List<GroupAcknowledgement.SegmentError>> errors) {
        List<String> codes = new ArrayList<>();
        for (X12Issue issue : group.issues()) {
            switch (issue.code()) {
                case GROUP_NOT_CLOSED -> codes.add("3");
                case GROUP_CONTROL_NUMBER -> codes.add("4");
                case TRANSACTION_COUNT -> codes.add("5");
                default -> {
                    // a warning, or what the transactions tell
                }
            }
        }
        boolean broken = !codes.isEmpty();
        List<GroupAcknowledgement.TransactionResult> results = new ArrayList<>();
        for (Envelope.Transaction transaction : group.transactions()) {
            results.add(transaction(transaction, errors.getOrDefault(transaction.ordinal(), List.of())));
        }
        long accepted = broken
                ? 0
                : results.stream().filter(result -> !result.rejected()).count();
        String code = accepted == results.size() && !broken && !results.isEmpty() ? "A" : accepted == 0 ? "R" : "P";
        return new GroupAcknowledgement(
                Position.NONE,
                0,
                null,
                String.format(Locale.ROOT, "%04d", number),
                group.header().functionalIdentifier(),
                group.header().controlNumber(),
                group.header().version(),
                results,
                code,
                results.size(),
                results.size(),
                accepted,
                codes.subList(0, Math.min(5, codes.size())),
                List.of());
    }

    private static GroupAcknowledgement.TransactionResult transaction(
            Envelope.Transaction transaction, List<GroupAcknowledgement.SegmentError> errors) {
        List<String> codes = new ArrayList<>();
        if (!transaction.header().setId().equals("837")) {
            codes.add("1");
        } else if (!transaction.version().startsWith("005010X222")) {
            codes.add("I6");
        }
        for (X12Issue issue : transaction.issues()) {
            switch (issue.code()) {
                case TRANSACTION_NOT_CLOSED -> codes.add("2");
                case TRANSACTION_CONTROL_NUMBER -> codes.add("3");
                case SEGMENT_COUNT -> codes.add("4");
                case DUPLICATE_CONTROL_NUMBER -> codes.add("23");
                default -> {
                    // no code of its own
                }
            }
        }
        if (!errors.isEmpty()) {
            codes.add("5");
        }
        return new GroupAcknowledgement.TransactionResult(
                Position.NONE,
                transaction.header().setId(),
                transaction.header().controlNumber(),
                transaction.header().guide(),
                errors,
                codes.isEmpty() ? "A" : "R",
                codes.subList(0, Math.min(5, codes.size())));
    }
}
