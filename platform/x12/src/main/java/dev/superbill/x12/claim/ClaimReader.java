package dev.superbill.x12.claim;

import dev.superbill.x12.Contact;
import dev.superbill.x12.Dates;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Envelope;
import dev.superbill.x12.Findings;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Segment;
import dev.superbill.x12.TransactionCursor;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams 837P files: for each ST a {@link ClaimsStart}, then each {@link ProfessionalClaim} with all that stands above it
 * in the hierarchy, then a {@link ClaimsEnd}. Memory is bounded by the largest claim. Transactions of other sets are
 * passed over; what the records do not hold (attachments, ambulance and spinal manipulation details, forms) is skipped.
 * Not thread-safe.
 */
public final class ClaimReader {
    private static final int MAX_CONTACTS = 100;

    private final TransactionCursor cursor;
    private final Findings findings = new Findings();
    private Hierarchy hierarchy = new Hierarchy();
    private int claims;

    /** Reads from the stream. */
    public ClaimReader(InputStream in) {
        this.cursor = new TransactionCursor(in, "837", segment -> {});
    }

    /**
     * The next event, or null after the last transaction of the file.
     *
     * @throws X12Exception when the rest cannot be read, or the file has no IEA
     */
    public @Nullable ClaimEvent next() {
        if (!cursor.isInside()) {
            TransactionHeader transaction = cursor.seek();
            return transaction == null ? null : start(transaction);
        }
        while (true) {
            Segment segment = cursor.current();
            if (segment == null) {
                return end();
            }
            switch (segment.id()) {
                case "CLM" -> {
                    return claim(segment);
                }
                case "SE" -> {
                    cursor.advance();
                    return end();
                }
                case "ST", "GE", "GS", "IEA", "ISA" -> {
                    findings.in("").add(cursor.notClosed(segment));
                    return end();
                }
                default -> {
                    hierarchy.accept(segment);
                    cursor.advance();
                }
            }
        }
    }

    /** The envelopes of the file; empty before its end was reached. */
    public Optional<Envelope> envelope() {
        return cursor.envelope();
    }

    private ClaimsStart start(TransactionHeader transaction) {
        InterchangeHeader interchange = cursor.interchange();
        FunctionalGroupHeader group = cursor.group();
        claims = 0;
        hierarchy = new Hierarchy();
        cursor.advance();
        return new ClaimsStart(cursor.ordinal(), interchange, group, transaction, submission(transaction));
    }

    private Submission submission(TransactionHeader transaction) {
        Findings own = new Findings().in("HEADER");
        Segment bht = null;
        EntityName submitter = EntityName.organization("41", "", "", "");
        EntityName receiver = EntityName.organization("40", "", "", "");
        List<Contact> contacts = new ArrayList<>(1);
        for (Segment s = cursor.current();
                s != null && !s.is("HL") && !s.is("CLM") && !ClaimSegments.envelope(s.id());
                s = cursor.current()) {
            switch (s.id()) {
                case "BHT" -> bht = s;
                case "PER" -> {
                    if (contacts.size() < MAX_CONTACTS) {
                        contacts.add(Contact.read(s));
                    }
                }
                case "NM1" -> {
                    if (s.elementEquals(1, "41")) {
                        submitter = EntityName.read(s);
                    } else if (s.elementEquals(1, "40")) {
                        receiver = EntityName.read(s);
                    }
                }
                default -> own.add(IssueCode.UNEXPECTED_SEGMENT, "The guide does not allow this segment here", s);
            }
            cursor.advance();
        }
        if (bht == null) {
            own.add(X12Issue.of(
                    IssueCode.MISSING_SEGMENT, "The transaction has no BHT", "BHT", transaction.position()));
        }
        return new Submission(
                transaction.controlNumber(),
                bht == null ? "" : bht.element(3),
                bht == null ? "" : bht.element(2),
                bht == null ? null : created(bht, own),
                bht == null ? "" : bht.element(6),
                submitter,
                contacts,
                receiver,
                own.take());
    }

    private static @Nullable LocalDateTime created(Segment bht, Findings own) {
        LocalDate date = own.date(bht, 4);
        LocalTime time = Dates.parseTime(bht.element(5));
        return date == null ? null : date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }

    private ProfessionalClaim claim(Segment clm) {
        claims++;
        ClaimLoop loop = new ClaimLoop(clm, hierarchy);
        cursor.advance();
        for (Segment segment = cursor.current(); segment != null && loop.accept(segment); ) {
            cursor.advance();
            segment = cursor.current();
        }
        return loop.finish();
    }

    private ClaimsEnd end() {
        cursor.leave();
        return new ClaimsEnd(cursor.ordinal(), cursor.lastPosition(), claims, findings.take());
    }
}
