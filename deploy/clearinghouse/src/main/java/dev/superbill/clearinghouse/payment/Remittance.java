package dev.superbill.clearinghouse.payment;

import dev.superbill.clearinghouse.adjudication.Decision;
import dev.superbill.clearinghouse.adjudication.PayerKind;
import dev.superbill.clearinghouse.claim.BillingProvider;
import dev.superbill.clearinghouse.claim.Party;
import java.time.LocalDate;
import java.util.List;

/**
 * One payment of a payer to a payee: a transaction set 835.
 *
 * @param trace TRN02, unique for the payer
 * @param cents BPR02
 */
public record Remittance(
        Party payer,
        BillingProvider payee,
        String trace,
        LocalDate paidOn,
        PayerKind.Method method,
        long cents,
        List<Decision> decisions,
        List<ProviderAdjustment> adjustments) {

    /** The transaction balances (section 1.10.2.1.3), or there is none. */
    public Remittance {
        decisions = List.copyOf(decisions);
        adjustments = List.copyOf(adjustments);
        long claims = decisions.stream().mapToLong(Decision::paidCents).sum();
        long reductions =
                adjustments.stream().mapToLong(ProviderAdjustment::cents).sum();
        if (claims - reductions != cents || cents < 0) {
            throw new IllegalStateException("a remittance does not balance");
        }
    }
}
