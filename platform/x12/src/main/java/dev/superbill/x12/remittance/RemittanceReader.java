package dev.superbill.x12.remittance;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams 835 files: for each ST a {@link RemittanceStart}, then each {@link ClaimPayment} and
 * {@link ProviderAdjustment}, then a {@link RemittanceEnd}. Memory is bounded by the largest claim. Transactions of other
 * sets are passed over. Segments that the guide does not know are kept as warnings and never stop the reading.
 *
 * <pre>{@code
 * RemittanceReader reader = new RemittanceReader(in);
 * for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
 *     switch (event) { ... }
 * }
 * Envelope envelope = reader.envelope();
 * }</pre>
 *
 * <p>The last {@code next()} throws when the file was cut short, after the claims before that were already given: a
 * caller that must not act on half a file makes a first pass, see {@link RemittanceScan}. Not thread-safe.
 */
public final class RemittanceReader {
    private final SegmentReader segments;
    private final EnvelopeScan scan = new EnvelopeScan();
    private final @Nullable ContentHash hash;
    private final Findings findings = new Findings();
    private final Deque<ProviderAdjustment> pending = new ArrayDeque<>();
    private @Nullable Segment current;
    private boolean started;
    private boolean inRemittance;
    private int ordinal;
    private int claims;
    private int adjustments;
    private String header = "";
    private @Nullable Segment last;
    private @Nullable Envelope envelope;

    /** Reads from the stream, without content hashes. */
    public RemittanceReader(InputStream in) {
        this(in, false);
    }

    /** Reads from the stream; with content hashes, each {@link RemittanceEnd} carries one. */
    public RemittanceReader(InputStream in, boolean contentHashes) {
        this.segments = new SegmentReader(in);
        this.hash = contentHashes ? new ContentHash() : null;
    }

    /**
     * The next event, or null after the last transaction of the file.
     *
     * @throws X12Exception when the rest cannot be read, or the file has no IEA
     */
    public @Nullable RemittanceEvent next() {
        if (!pending.isEmpty()) {
            return pending.poll();
        }
        if (!started) {
            started = true;
            advance();
        }
        if (!inRemittance) {
            return seek();
        }
        while (true) {
            Segment segment = current;
            if (segment == null) {
                return end();
            }
            switch (segment.id()) {
                case "CLP" -> {
                    return claim(segment);
                }
                case "PLB" -> {
                    providerAdjustments(segment);
                    if (!pending.isEmpty()) {
                        return pending.poll();
                    }
                }
                case "LX" -> {
                    header = segment.element(1);
                    advance();
                }
                case "TS2", "TS3" -> advance();
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
                    unknown(segment);
                    advance();
                }
            }
        }
    }

    /** The envelopes of the file; empty before its end was reached. */
    public Optional<Envelope> envelope() {
        return Optional.ofNullable(envelope);
    }

    private @Nullable RemittanceEvent seek() {
        for (Segment segment = current; segment != null; segment = current) {
            TransactionHeader transaction = scan.transaction();
            if (segment.is("ST", "835") && transaction != null) {
                return start(segment, transaction);
            }
            advance();
        }
        if (envelope == null) {
            envelope = scan.finish(segments.bytesRead());
        }
        return null;
    }

    private RemittanceStart start(Segment st, TransactionHeader transaction) {
        InterchangeHeader interchange = scan.interchange();
        FunctionalGroupHeader group = scan.group();
        ordinal = scan.transactionOrdinal();
        claims = 0;
        adjustments = 0;
        header = "";
        inRemittance = true;
        last = st;
        if (hash != null) {
            hash.add(st);
        }
        advance();
        HeaderAssembly assembly = new HeaderAssembly(findings.in("HEADER"));
        while (current != null && assembly.accept(current)) {
            advance();
        }
        return assembly.finish(ordinal, interchange, group, transaction);
    }

    private ClaimPayment claim(Segment clp) {
        ClaimAssembly assembly = new ClaimAssembly(clp, ++claims, header, new Findings());
        advance();
        while (current != null && assembly.accept(current)) {
            advance();
        }
        return assembly.finish();
    }

    /** PLB03/04, 05/06, 07/08, 09/10, 11/12, 13/14. */
    private void providerAdjustments(Segment plb) {
        Findings own = new Findings().in("SUMMARY");
        for (int e = 3; e <= Math.min(plb.size(), 14); e += 2) {
            if (!plb.has(e) && !plb.has(e + 1)) {
                continue;
            }
            if (plb.component(e, 1).isEmpty()) {
                own.add(IssueCode.GUIDE_FAULT, "A provider adjustment has no reason", plb, e);
            }
            var period = own.date(plb, 2);
            long cents = own.amount(plb, e + 1);
            pending.add(new ProviderAdjustment(
                    plb.position(),
                    ++adjustments,
                    plb.element(1),
                    period,
                    plb.code(e, 1),
                    plb.component(e, 2),
                    cents,
                    own.take()));
        }
        if (pending.isEmpty()) {
            findings.in("SUMMARY").add(IssueCode.GUIDE_FAULT, "A PLB has no adjustment", plb, 3);
        }
        advance();
    }

    private RemittanceEnd end() {
        inRemittance = false;
        String contentHash = hash == null ? "" : hash.finish();
        return new RemittanceEnd(ordinal, lastPosition(), claims, contentHash, findings.take());
    }

    private void unknown(Segment segment) {
        if (RemittanceSegments.known(segment.id())) {
            findings.in("").add(IssueCode.UNEXPECTED_SEGMENT, "The guide does not allow this segment here", segment);
        } else {
            findings.in("").add(IssueCode.UNKNOWN_SEGMENT, "The guide does not know this segment", segment);
        }
    }

    private void advance() {
        Segment before = current;
        if (before != null && inRemittance) {
            last = before;
        }
        Segment segment = segments.next();
        current = segment;
        if (segment != null) {
            scan.accept(segment);
            if (hash != null && inRemittance && scan.transaction() != null) {
                hash.add(segment);
            }
        }
    }

    private Position lastPosition() {
        return last == null ? Position.NONE : last.position();
    }
}
