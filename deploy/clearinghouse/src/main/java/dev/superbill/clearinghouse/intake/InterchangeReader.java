package dev.superbill.clearinghouse.intake;

import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.X12Exception;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the interchanges of a file and checks their envelopes. */
public final class InterchangeReader {

    private final List<ReceivedInterchange> interchanges = new ArrayList<>();
    private @Nullable Segment isa;
    private @Nullable Segment gs;
    private @Nullable TransactionReader transaction;
    private List<ReceivedGroup> groups = new ArrayList<>();
    private List<ReceivedTransaction> transactions = new ArrayList<>();
    private Set<String> controlNumbers = new HashSet<>();
    private String errorCode = "000";

    private InterchangeReader() {}

    /**
     * All interchanges of a file. One that is cut short or whose envelope is wrong is given with its error code and
     * without groups.
     *
     * @return empty when the file does not begin with an ISA
     */
    public static List<ReceivedInterchange> read(InputStream in) {
        InterchangeReader reader = new InterchangeReader();
        try {
            SegmentReader segments = new SegmentReader(in);
            for (Segment segment = segments.next(); segment != null; segment = segments.next()) {
                reader.take(segment);
            }
        } catch (X12Exception unreadable) {
            reader.errorCode = "023";
        }
        if (reader.isa != null) {
            reader.closeInterchange("023");
        }
        return reader.interchanges;
    }

    private void take(Segment segment) {
        switch (segment.id()) {
            case "ISA" -> {
                if (isa != null) {
                    closeInterchange("023");
                }
                isa = segment;
            }
            case "GS" -> openGroup(segment);
            case "ST" -> openTransaction(segment);
            case "SE" -> closeTransaction(segment);
            case "GE" -> closeGroup(segment);
            case "IEA" -> {
                if (gs != null) {
                    fail("022");
                } else if (!sameNumber(segment.element(2), isa == null ? "" : isa.element(13))) {
                    fail("001");
                } else if (!sameNumber(segment.element(1), String.valueOf(groups.size()))) {
                    fail("021");
                }
                closeInterchange("000");
            }
            default -> {
                if (transaction != null) {
                    transaction.take(segment);
                } else if (!segment.is("TA1")) {
                    fail("022");
                }
            }
        }
    }

    private void openGroup(Segment segment) {
        if (isa == null || gs != null) {
            fail("022");
        }
        gs = segment;
        transactions = new ArrayList<>();
        controlNumbers = new HashSet<>();
    }

    private void openTransaction(Segment segment) {
        if (isa == null || gs == null || transaction != null) {
            fail("022");
            return;
        }
        transaction = new TransactionReader(isa.element(6), segment, controlNumbers.add(segment.element(2)));
    }

    private void closeTransaction(Segment segment) {
        TransactionReader open = transaction;
        if (open == null) {
            fail("022");
            return;
        }
        transactions.add(open.close(segment));
        transaction = null;
    }

    private void closeGroup(Segment segment) {
        Segment open = gs;
        if (open == null) {
            fail("022");
            return;
        }
        List<String> errors = new ArrayList<>();
        TransactionReader unclosed = transaction;
        if (unclosed != null) {
            transactions.add(unclosed.close(null));
            transaction = null;
        }
        if (!sameNumber(segment.element(2), open.element(6))) {
            errors.add("4");
        }
        if (!sameNumber(segment.element(1), String.valueOf(transactions.size()))) {
            errors.add("5");
        }
        if (!open.element(1).equals("HC")) {
            errors.add("1");
        }
        if (!open.element(8).equals("005010X222A1")) {
            errors.add("2");
        }
        groups.add(new ReceivedGroup(
                open.element(1),
                open.element(2),
                open.element(3),
                open.element(6),
                open.element(8),
                errors,
                transactions));
        gs = null;
    }

    private void closeInterchange(String unlessFailed) {
        Segment open = isa;
        if (open == null) {
            return;
        }
        fail(unlessFailed);
        interchanges.add(new ReceivedInterchange(
                open.element(5),
                open.element(6),
                open.element(7),
                open.element(8),
                open.element(9),
                open.element(10),
                open.element(13),
                open.elementEquals(14, "1"),
                open.element(15),
                errorCode,
                errorCode.equals("000") ? groups : List.of()));
        isa = null;
        gs = null;
        transaction = null;
        groups = new ArrayList<>();
        errorCode = "000";
    }

    private void fail(String code) {
        if (errorCode.equals("000")) {
            errorCode = code;
        }
    }

    /** Control numbers and counts compare numerically where they are numbers. */
    static boolean sameNumber(String a, String b) {
        return strip(a).equals(strip(b));
    }

    private static String strip(String number) {
        String stripped = number.replaceFirst("^0+", "");
        return stripped.isEmpty() ? "0" : stripped;
    }
}
