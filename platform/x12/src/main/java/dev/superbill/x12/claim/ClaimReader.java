package dev.superbill.x12.claim;

import dev.superbill.x12.Contact;
import dev.superbill.x12.Dates;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Envelope;
import dev.superbill.x12.EnvelopeScan;
import dev.superbill.x12.Findings;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
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

    private final SegmentReader segments;
    private final EnvelopeScan scan = new EnvelopeScan();
    private final Findings findings = new Findings();
    private Hierarchy hierarchy = new Hierarchy();
    private @Nullable Segment current;
    private boolean started;
    private boolean inClaims;
    private int ordinal;
    private int claims;
    private @Nullable Segment last;
    private @Nullable Envelope envelope;

    /** Reads from the stream. */
    public ClaimReader(InputStream in) {
        this.segments = new SegmentReader(in);
    }

    /**
     * The next event, or null after the last transaction of the file.
     *
     * @throws X12Exception when the rest cannot be read, or the file has no IEA
     */
    public @Nullable ClaimEvent next() {
        if (!started) {
            started = true;
            advance();
        }
        if (!inClaims) {
            return seek();
        }
        while (true) {
            Segment segment = current;
            if (segment == null) {
                return end();
            }
            switch (segment.id()) {
                case "CLM" -> {
                    return claim(segment);
                }
                case "SE" -> {
                    last = segment;
                    advance();
                    return end();
                }
                case "ST", "GE", "GS", "IEA", "ISA" -> {
                    findings.in("")
                            .add(X12Issue.of(
                                    IssueCode.TRANSACTION_NOT_CLOSED,
                                    "The transaction has no SE",
                                    segment.id(),
                                    lastPosition()));
                    return end();
                }
                default -> {
                    hierarchy.accept(segment);
                    advance();
                }
            }
        }
    }

    /** The envelopes of the file; empty before its end was reached. */
    public Optional<Envelope> envelope() {
        return Optional.ofNullable(envelope);
    }

    private @Nullable ClaimEvent seek() {
        for (Segment segment = current; segment != null; segment = current) {
            TransactionHeader transaction = scan.transaction();
            if (segment.is("ST", "837") && transaction != null) {
                return start(segment, transaction);
            }
            advance();
        }
        if (envelope == null) {
            envelope = scan.finish(segments.bytesRead());
        }
        return null;
    }

    private ClaimsStart start(Segment st, TransactionHeader transaction) {
        InterchangeHeader interchange = scan.interchange();
        FunctionalGroupHeader group = scan.group();
        ordinal = scan.transactionOrdinal();
        claims = 0;
        hierarchy = new Hierarchy();
        inClaims = true;
        last = st;
        advance();
        Submission submission = submission(transaction);
        return new ClaimsStart(ordinal, interchange, group, transaction, submission);
    }

    private Submission submission(TransactionHeader transaction) {
        Findings own = new Findings().in("HEADER");
        Segment bht = null;
        EntityName submitter = EntityName.organization("41", "", "", "");
        EntityName receiver = EntityName.organization("40", "", "", "");
        List<Contact> contacts = new ArrayList<>(1);
        for (Segment s = current;
                s != null && !s.is("HL") && !s.is("CLM") && !ClaimSegments.envelope(s.id());
                s = current) {
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
            advance();
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
        advance();
        while (current != null && loop.accept(current)) {
            advance();
        }
        return loop.finish();
    }

    private ClaimsEnd end() {
        inClaims = false;
        return new ClaimsEnd(ordinal, lastPosition(), claims, findings.take());
    }

    private void advance() {
        Segment before = current;
        if (before != null && inClaims) {
            last = before;
        }
        Segment segment = segments.next();
        current = segment;
        if (segment != null) {
            scan.accept(segment);
        }
    }

    private Position lastPosition() {
        return last == null ? Position.NONE : last.position();
    }
}
