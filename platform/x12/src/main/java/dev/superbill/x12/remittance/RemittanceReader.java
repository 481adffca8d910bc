package dev.superbill.x12.remittance;

import dev.superbill.x12.Envelope;
import dev.superbill.x12.Findings;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Segment;
import dev.superbill.x12.TransactionCursor;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Exception;
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
    private final TransactionCursor cursor;
    private final @Nullable ContentHash hash;
    private final Findings findings = new Findings();
    private final Deque<ProviderAdjustment> pending = new ArrayDeque<>();
    private int claims;
    private int adjustments;
    private String header = "";

    /** Reads from the stream, without content hashes. */
    public RemittanceReader(InputStream in) {
        this(in, false);
    }

    /** Reads from the stream; with content hashes, each {@link RemittanceEnd} carries one. */
    public RemittanceReader(InputStream in, boolean contentHashes) {
        ContentHash content = contentHashes ? new ContentHash() : null;
        this.hash = content;
        this.cursor = new TransactionCursor(in, "835", content == null ? segment -> {} : content::add);
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
                    cursor.advance();
                }
                case "TS2", "TS3" -> cursor.advance();
                case "SE" -> {
                    cursor.advance();
                    return end();
                }
                case "ST", "GE", "GS", "IEA", "ISA" -> {
                    findings.in("").add(cursor.notClosed(segment));
                    return end();
                }
                default -> {
                    unknown(segment);
                    cursor.advance();
                }
            }
        }
    }

    /** The envelopes of the file; empty before its end was reached. */
    public Optional<Envelope> envelope() {
        return cursor.envelope();
    }

    private RemittanceStart start(TransactionHeader transaction) {
        InterchangeHeader interchange = cursor.interchange();
        FunctionalGroupHeader group = cursor.group();
        claims = 0;
        adjustments = 0;
        header = "";
        cursor.advance();
        HeaderAssembly assembly = new HeaderAssembly(findings.in("HEADER"));
        for (Segment segment = cursor.current(); segment != null && assembly.accept(segment); ) {
            cursor.advance();
            segment = cursor.current();
        }
        return assembly.finish(cursor.ordinal(), interchange, group, transaction);
    }

    private ClaimPayment claim(Segment clp) {
        ClaimAssembly assembly = new ClaimAssembly(clp, ++claims, header, new Findings());
        cursor.advance();
        for (Segment segment = cursor.current(); segment != null && assembly.accept(segment); ) {
            cursor.advance();
            segment = cursor.current();
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
        cursor.advance();
    }

    private RemittanceEnd end() {
        cursor.leave();
        String contentHash = hash == null ? "" : hash.finish();
        return new RemittanceEnd(cursor.ordinal(), cursor.lastPosition(), claims, contentHash, findings.take());
    }

    private void unknown(Segment segment) {
        if (RemittanceSegments.known(segment.id())) {
            findings.in("").add(IssueCode.UNEXPECTED_SEGMENT, "The guide does not allow this segment here", segment);
        } else {
            findings.in("").add(IssueCode.UNKNOWN_SEGMENT, "The guide does not know this segment", segment);
        }
    }
}
