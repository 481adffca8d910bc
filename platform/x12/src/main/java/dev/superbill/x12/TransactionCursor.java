package dev.superbill.x12;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a file segment by segment, from one transaction of a set to the next, and checks the envelopes on the way.
 * What a reader of a transaction set has to do beside understanding its segments. Not thread-safe.
 */
public final class TransactionCursor {
    private final SegmentReader segments;
    private final String set;
    private final Consumer<Segment> listener;
    private final EnvelopeScan scan = new EnvelopeScan();
    private @Nullable Segment current;
    private boolean started;
    private boolean inside;
    private int ordinal;
    private @Nullable Segment last;
    private @Nullable Envelope envelope;

    /**
     * Before the first segment of the stream.
     *
     * @param set ST01 of the transactions that are wanted; others are passed over
     * @param listener hears of every segment of a wanted transaction, ST and SE included
     */
    public TransactionCursor(InputStream in, String set, Consumer<Segment> listener) {
        this.segments = new SegmentReader(in);
        this.set = set;
        this.listener = listener;
    }

    /** Whether the cursor stands in a wanted transaction: from {@link #seek} to {@link #leave}. */
    public boolean isInside() {
        return inside;
    }

    /**
     * Goes to the next wanted ST and enters its transaction; gives its header, or null at the end of the file.
     *
     * @throws X12Exception when the rest cannot be read, or the file has no IEA
     */
    public @Nullable TransactionHeader seek() {
        if (!started) {
            started = true;
            advance();
        }
        for (Segment segment = current; segment != null; segment = current) {
            TransactionHeader transaction = scan.transaction();
            if (segment.is("ST", set) && transaction != null) {
                inside = true;
                ordinal = scan.transactionOrdinal();
                last = segment;
                listener.accept(segment);
                return transaction;
            }
            advance();
        }
        if (envelope == null) {
            envelope = scan.finish(segments.bytesRead());
        }
        return null;
    }

    /** The segment at which the cursor stands; null at the end of the file. */
    public @Nullable Segment current() {
        return current;
    }

    /**
     * Goes to the next segment.
     *
     * @throws X12Exception when it cannot be read
     */
    public void advance() {
        if (current != null && inside) {
            last = current;
        }
        current = segments.next();
        if (current != null) {
            scan.accept(current);
            if (inside && scan.transaction() != null) {
                listener.accept(current);
            }
        }
    }

    /** Leaves the transaction: behind its SE, or at what stands where its SE is missing. */
    public void leave() {
        inside = false;
    }

    /** That the transaction ends at a segment which is not its SE. */
    public X12Issue notClosed(Segment by) {
        return X12Issue.of(IssueCode.TRANSACTION_NOT_CLOSED, "The transaction has no SE", by.id(), lastPosition());
    }

    /** The interchange being read; null outside. */
    public @Nullable InterchangeHeader interchange() {
        return scan.interchange();
    }

    /** The group being read; null outside. */
    public @Nullable FunctionalGroupHeader group() {
        return scan.group();
    }

    /** The ordinal in the file of the transaction entered last; transactions of every set count. */
    public int ordinal() {
        return ordinal;
    }

    /** Where the last segment of the transaction stands that the cursor has passed. */
    public Position lastPosition() {
        return last == null ? Position.NONE : last.position();
    }

    /** The envelopes of the file; empty before its end was reached. */
    public Optional<Envelope> envelope() {
        return Optional.ofNullable(envelope);
    }
}
