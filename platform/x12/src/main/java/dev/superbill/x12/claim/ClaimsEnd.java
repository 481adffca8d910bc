package dev.superbill.x12.claim;

import dev.superbill.x12.Position;
import dev.superbill.x12.X12Issue;
import java.util.List;

/**
 * The SE of an 837P, or where it should have been.
 *
 * @param ordinal of the transaction in the file
 * @param position of the last segment of the transaction
 * @param claims how many claims were read
 * @param issues of segments that belong to no claim
 */
public record ClaimsEnd(int ordinal, Position position, int claims, List<X12Issue> issues) implements ClaimEvent {}
