package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Envelope;
import dev.superbill.x12.EnvelopeScan;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Exception;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of acknowledgements: TA1, 999 (and 997) and 277CA in any mixture, one after the other. Other transactions,
 * a 277 that answers a 276 (X212) among them, are passed over.
 *
 * <pre>{@code
 * AcknowledgementReader reader = new AcknowledgementReader(in);
 * for (Acknowledgement a = reader.next(); a != null; a = reader.next()) {
 *     switch (a) {
 *         case InterchangeAcknowledgement ta1 -> ...
 *         case GroupAcknowledgement group -> ...
 *         case ClaimAcknowledgement claims -> ...
 *     }
 * }
 * Envelope envelope = reader.envelope().orElseThrow();
 * }</pre>
 */
public final class AcknowledgementReader {
    private final SegmentReader segments;
    private final EnvelopeScan scan = new EnvelopeScan();
    private @Nullable Segment current;
    private boolean started;
    private @Nullable Envelope envelope;

    /** Reads from the stream. */
    public AcknowledgementReader(InputStream in) {
        this.segments = new SegmentReader(in);
    }

    /**
     * The next acknowledgement, or null at the end of the file.
     *
     * @throws X12Exception when the rest cannot be read, or the file has no IEA
     */
    public @Nullable Acknowledgement next() {
        if (!started) {
            started = true;
            advance();
        }
        for (Segment segment = current; segment != null; segment = current) {
            InterchangeHeader interchange = scan.interchange();
            TransactionHeader transaction = scan.transaction();
            if (segment.is("TA1") && transaction == null) {
                advance();
                return InterchangeAcknowledgement.read(segment, interchange);
            }
            if (segment.is("ST") && transaction != null) {
                Acknowledgement found = transaction(transaction, interchange);
                if (found != null) {
                    return found;
                }
            } else {
                advance();
            }
        }
        if (envelope == null) {
            envelope = scan.finish(segments.bytesRead());
        }
        return null;
    }

    /** The envelopes of the file; empty before its end was reached. */
    public Optional<Envelope> envelope() {
        return Optional.ofNullable(envelope);
    }

    private @Nullable Acknowledgement transaction(
            TransactionHeader transaction, @Nullable InterchangeHeader interchange) {
        int ordinal = scan.transactionOrdinal();
        String version = transaction.guide().isEmpty() && scan.group() != null
                ? scan.group().version()
                : transaction.guide();
        advance();
        switch (transaction.setId()) {
            case "999", "997" -> {
                GroupAssembly assembly = new GroupAssembly();
                while (current != null && assembly.accept(current)) {
                    advance();
                }
                return assembly.finish(ordinal, interchange, transaction);
            }
            case "277" -> {
                if (version.startsWith("005010X212")) {
                    return null;
                }
                ClaimStatusAssembly assembly = new ClaimStatusAssembly();
                while (current != null && assembly.accept(current)) {
                    advance();
                }
                return assembly.finish(ordinal, interchange, transaction);
            }
            default -> {
                return null;
            }
        }
    }

    /** Whether the segment belongs to an envelope, so that the transaction cannot go on. */
    static boolean ends(String id) {
        return switch (id) {
            case "SE", "ST", "GE", "GS", "IEA", "ISA" -> true;
            default -> false;
        };
    }

    private void advance() {
        Segment segment = segments.next();
        current = segment;
        if (segment != null) {
            scan.accept(segment);
        }
    }
}
