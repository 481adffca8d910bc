package dev.superbill.x12.claim;

import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.TransactionHeader;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an 837P before its first billing provider.
 *
 * @param ordinal of the transaction in the file, from 1; counts transactions of every set
 * @param interchange ISA
 * @param group GS
 * @param transaction ST
 * @param submission BHT, 1000A and 1000B
 */
public record ClaimsStart(
        int ordinal,
        @Nullable InterchangeHeader interchange,
        @Nullable FunctionalGroupHeader group,
        TransactionHeader transaction,
        Submission submission)
        implements ClaimEvent {}
