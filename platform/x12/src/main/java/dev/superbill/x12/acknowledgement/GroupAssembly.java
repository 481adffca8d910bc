package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Amounts;
import dev.superbill.x12.Findings;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.Segment;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link GroupAcknowledgement} together: AK1 to AK9. */
final class GroupAssembly {
    // a group has at most some thousand transactions; a 999 must not fill the memory
    private static final int MAX_TRANSACTIONS = 100_000;
    private static final int MAX_ERRORS = 10_000;

    private final Findings findings = new Findings();
    private final List<GroupAcknowledgement.TransactionResult> transactions = new ArrayList<>();
    private @Nullable Segment ak1;
    private @Nullable Segment ak2;
    private @Nullable Segment ik5;
    private @Nullable Segment ak9;
    private List<GroupAcknowledgement.SegmentError> errors = new ArrayList<>();
    private @Nullable Segment ik3;
    private List<GroupAcknowledgement.Context> contexts = new ArrayList<>();
    private List<GroupAcknowledgement.ElementError> elements = new ArrayList<>();
    private @Nullable Segment ik4;
    private List<GroupAcknowledgement.Context> elementContexts = new ArrayList<>();

    /** Takes a segment; false for the first one that does not belong to the acknowledgement. */
    boolean accept(Segment segment) {
        if (AcknowledgementReader.ends(segment.id())) {
            return false;
        }
        switch (segment.id()) {
            case "AK1" -> ak1 = segment;
            case "AK2" -> {
                closeTransaction();
                ak2 = segment;
            }
            case "IK3", "AK3" -> {
                closeSegment();
                ik3 = segment;
            }
            case "IK4", "AK4" -> {
                closeElement();
                ik4 = segment;
            }
            case "CTX" -> {
                List<GroupAcknowledgement.Context> target = ik4 == null ? contexts : elementContexts;
                if (target.size() < 10) {
                    target.add(context(segment));
                }
            }
            case "IK5", "AK5" -> ik5 = segment;
            case "AK9" -> {
                closeTransaction();
                ak9 = segment;
            }
            default -> findings.add(IssueCode.UNKNOWN_SEGMENT, "The guide does not know this segment", segment);
        }
        return true;
    }

    GroupAcknowledgement finish(int ordinal, @Nullable InterchangeHeader interchange, TransactionHeader transaction) {
        closeTransaction();
        Position at = transaction.position();
        if (ak1 == null) {
            findings.add(X12Issue.of(IssueCode.MISSING_SEGMENT, "The acknowledgement has no AK1", "AK1", at));
        }
        if (ak9 == null) {
            findings.add(X12Issue.of(IssueCode.MISSING_SEGMENT, "The acknowledgement has no AK9", "AK9", at));
        }
        return new GroupAcknowledgement(
                at,
                ordinal,
                interchange,
                transaction.controlNumber(),
                text(ak1, 1),
                text(ak1, 2),
                text(ak1, 3),
                transactions,
                text(ak9, 1),
                count(ak9, 2),
                count(ak9, 3),
                count(ak9, 4),
                codes(ak9, 5, 9),
                findings.take());
    }

    private void closeTransaction() {
        closeSegment();
        if (ak2 != null) {
            if (ik5 == null) {
                findings.add(IssueCode.MISSING_SEGMENT, "A transaction is not answered: IK5 is missing", ak2);
            }
            if (transactions.size() < MAX_TRANSACTIONS) {
                transactions.add(new GroupAcknowledgement.TransactionResult(
                        ak2.position(),
                        text(ak2, 1),
                        text(ak2, 2),
                        text(ak2, 3),
                        errors,
                        text(ik5, 1),
                        codes(ik5, 2, 6)));
            }
        }
        ak2 = null;
        ik5 = null;
        errors = new ArrayList<>();
    }

    private void closeSegment() {
        closeElement();
        if (ik3 != null && errors.size() < MAX_ERRORS) {
            errors.add(new GroupAcknowledgement.SegmentError(
                    text(ik3, 1), count(ik3, 2), text(ik3, 3), text(ik3, 4), contexts, elements));
        }
        ik3 = null;
        contexts = new ArrayList<>();
        elements = new ArrayList<>();
    }

    private void closeElement() {
        if (ik4 != null && elements.size() < MAX_ERRORS) {
            elements.add(new GroupAcknowledgement.ElementError(
                    small(ik4.component(1, 1)),
                    small(ik4.component(1, 2)),
                    text(ik4, 2),
                    text(ik4, 3),
                    text(ik4, 4),
                    elementContexts));
        }
        ik4 = null;
        elementContexts = new ArrayList<>();
    }

    private static GroupAcknowledgement.Context context(Segment ctx) {
        return new GroupAcknowledgement.Context(
                ctx.component(1, 1),
                ctx.component(1, 2),
                ctx.element(2),
                ctx.element(3),
                ctx.element(4),
                ctx.component(5, 1));
    }

    private static String text(@Nullable Segment segment, int element) {
        return segment == null ? "" : segment.element(element);
    }

    private static List<String> codes(@Nullable Segment segment, int from, int to) {
        List<String> codes = new ArrayList<>(0);
        for (int e = from; segment != null && e <= to; e++) {
            if (segment.has(e)) {
                codes.add(segment.element(e));
            }
        }
        return codes;
    }

    private static long count(@Nullable Segment segment, int element) {
        return small(text(segment, element));
    }

    private static int small(String text) {
        BigDecimal number = Amounts.parseNumber(text);
        return number == null || number.precision() - number.scale() > 9 ? 0 : number.intValue();
    }
}
