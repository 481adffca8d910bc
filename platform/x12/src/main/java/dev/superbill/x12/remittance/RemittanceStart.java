package dev.superbill.x12.remittance;

import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.Reference;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.X12Issue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an 835 before its first claim.
 *
 * @param ordinal of the transaction in the file, from 1; counts transactions of every set
 * @param interchange ISA
 * @param group GS
 * @param transaction ST
 * @param payment BPR; null when there is none, and then the transaction is to be rejected
 * @param trace TRN; null when there is none, and then the transaction is to be rejected
 * @param references REF of the header, {@code EV} receiver identification, {@code F2} version
 * @param productionDate DTM*405; no part of the content hash
 * @param payer loop 1000A; null when absent
 * @param payee loop 1000B; null when absent
 * @param issues of these segments; an error of BPR holds the transaction
 */
public record RemittanceStart(
        int ordinal,
        @Nullable InterchangeHeader interchange,
        @Nullable FunctionalGroupHeader group,
        TransactionHeader transaction,
        @Nullable Payment payment,
        @Nullable Trace trace,
        List<Reference> references,
        @Nullable LocalDate productionDate,
        @Nullable Party payer,
        @Nullable Party payee,
        List<X12Issue> issues)
        implements RemittanceEvent {
    /** Copies the lists. */
    public RemittanceStart {
        references = List.copyOf(references);
        issues = List.copyOf(issues);
    }

    /** Whether BPR or TRN is missing, so that nothing can be posted. */
    public boolean incomplete() {
        return payment == null || trace == null;
    }
}
