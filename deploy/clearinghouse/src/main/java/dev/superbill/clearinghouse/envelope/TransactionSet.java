package dev.superbill.clearinghouse.envelope;

import dev.superbill.x12.SegmentWriter;
import java.util.function.Consumer;

/**
 * A transaction set to be enclosed.
 *
 * @param id ST01
 * @param body writes all segments between ST and SE
 */
public record TransactionSet(String id, Consumer<SegmentWriter> body) {}
