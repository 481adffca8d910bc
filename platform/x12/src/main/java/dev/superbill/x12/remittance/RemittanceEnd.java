package dev.superbill.x12.remittance;

import dev.superbill.x12.Position;
import dev.superbill.x12.X12Issue;
import java.util.List;

/**
 * The SE of an 835, or where it should have been.
 *
 * @param ordinal of the transaction in the file
 * @param position of the last segment of the transaction
 * @param claims how many claims were read
 * @param contentHash SHA-256 in hex over the canonical content (see {@link ContentHash}); empty unless asked for
 * @param issues of segments that belong to no claim and no adjustment
 */
public record RemittanceEnd(int ordinal, Position position, int claims, String contentHash, List<X12Issue> issues)
        implements RemittanceEvent {}
