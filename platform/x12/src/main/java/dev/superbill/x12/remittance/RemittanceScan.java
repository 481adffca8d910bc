package dev.superbill.x12.remittance;

import dev.superbill.x12.Envelope;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The first pass over a kept 835 file: envelopes, totals, the transaction equation and the content hash of each ST. It
 * decides what may post; nothing is posted from it.
 *
 * @param envelope all envelopes of the file with their issues
 * @param transactions the 835 transactions in file order
 */
public record RemittanceScan(Envelope envelope, List<Transaction> transactions) {

    /**
     * One 835.
     *
     * @param ordinal in the file, from 1
     * @param start its header
     * @param claims how many claims
     * @param lines how many service lines
     * @param claimPaymentsCents Σ CLP04
     * @param providerAdjustmentsCents Σ PLB, X12's sign (positive reduces the payment)
     * @param adjustments how many provider adjustments
     * @param providerAdjustments the first of them, at most {@value #MAX_ADJUSTMENTS}
     * @param balance Σ CLP04 − Σ PLB = BPR02; balanced when there is no BPR, which is an issue of its own
     * @param contentHash SHA-256 in hex, see {@link ContentHash}
     * @param unbalancedClaims how many claims have an equation that does not hold or an unreadable amount
     * @param holds why the whole transaction may not post: envelope, header, PLB and balance errors; at most
     *     {@value #MAX_ISSUES}, the rest is counted
     * @param warnings what holds nothing; at most {@value #MAX_ISSUES}, the rest is counted
     * @param issuesLeftOut how many holds and warnings are not listed
     */
    public record Transaction(
            int ordinal,
            RemittanceStart start,
            int claims,
            long lines,
            long claimPaymentsCents,
            long providerAdjustmentsCents,
            int adjustments,
            List<ProviderAdjustment> providerAdjustments,
            Balance balance,
            String contentHash,
            int unbalancedClaims,
            List<X12Issue> holds,
            List<X12Issue> warnings,
            int issuesLeftOut) {}

    /** How many provider adjustments of a transaction are listed; all of them are summed up. */
    public static final int MAX_ADJUSTMENTS = 10_000;

    /** How many holds and how many warnings of a transaction are listed. */
    public static final int MAX_ISSUES = 100;

    /** Copies the list. */
    public RemittanceScan {
        transactions = List.copyOf(transactions);
    }

    /**
     * Reads the whole file.
     *
     * @throws X12Exception when it is no X12 file or is cut short; then nothing of it may post
     */
    public static RemittanceScan of(InputStream in) {
        RemittanceReader reader = new RemittanceReader(in, true);
        List<Tally> tallies = new ArrayList<>();
        for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
            switch (event) {
                case RemittanceStart start -> tallies.add(new Tally(start));
                case ClaimPayment claim -> tallies.getLast().add(claim);
                case ProviderAdjustment adjustment -> tallies.getLast().add(adjustment);
                case RemittanceEnd end -> tallies.getLast().end(end);
            }
        }
        Envelope envelope = reader.envelope().orElseThrow();
        Map<Integer, List<X12Issue>> issues = envelope.issuesByTransaction();
        return new RemittanceScan(
                envelope, tallies.stream().map(tally -> tally.finish(issues)).toList());
    }

    /** Sums up one transaction. */
    private static final class Tally {
        private final RemittanceStart start;
        private final CentSum payments = new CentSum();
        private final CentSum adjustmentSum = new CentSum();
        private final List<ProviderAdjustment> adjustments = new ArrayList<>(0);
        private final List<X12Issue> holds = new ArrayList<>(0);
        private final List<X12Issue> warnings = new ArrayList<>(0);
        private int adjustmentCount;
        private int leftOut;
        private int claims;
        private long lines;
        private int unbalanced;
        private String contentHash = "";

        Tally(RemittanceStart start) {
            this.start = start;
            sort(start.issues());
        }

        void add(ClaimPayment claim) {
            claims++;
            lines += claim.lines().size();
            payments.add(claim.paidCents());
            boolean bad = !Balancing.prove(claim).isEmpty();
            for (X12Issue issue : claim.allIssues()) {
                // an error holds the claim alone; it is told when the claim is posted
                if (issue.isError()) {
                    bad = true;
                } else {
                    keep(issue, warnings);
                }
            }
            if (bad) {
                unbalanced++;
            }
        }

        void add(ProviderAdjustment adjustment) {
            adjustmentCount++;
            adjustmentSum.add(adjustment.amountCents());
            if (adjustments.size() < MAX_ADJUSTMENTS) {
                adjustments.add(adjustment);
            }
            sort(adjustment.issues());
        }

        void end(RemittanceEnd end) {
            contentHash = end.contentHash();
            // a missing SE comes from the envelope as well
            end.issues().stream()
                    .filter(issue -> issue.code() != IssueCode.TRANSACTION_NOT_CLOSED)
                    .forEach(issue -> keep(issue, issue.isError() ? holds : warnings));
        }

        Transaction finish(Map<Integer, List<X12Issue>> envelopeIssues) {
            sort(envelopeIssues.getOrDefault(start.ordinal(), List.of()));
            Payment payment = start.payment();
            Balance balance = payment == null
                    ? Balance.BALANCED
                    : Balancing.transaction(
                            payment.position(), payments.cents(), adjustmentSum.cents(), payment.amountCents());
            if (balance instanceof Balance.OutOfBalance out) {
                // whatever else there is: that it does not balance is always told
                holds.addFirst(outOfBalance(out));
            }
            return new Transaction(
                    start.ordinal(),
                    start,
                    claims,
                    lines,
                    payments.cents(),
                    adjustmentSum.cents(),
                    adjustmentCount,
                    List.copyOf(adjustments),
                    balance,
                    contentHash,
                    unbalanced,
                    List.copyOf(holds),
                    List.copyOf(warnings),
                    leftOut);
        }

        private static X12Issue outOfBalance(Balance.OutOfBalance out) {
            Position bpr = out.position();
            return X12Issue.of(IssueCode.OUT_OF_BALANCE, out.sentence(), "BPR", bpr)
                    .in(out.loop());
        }

        private void sort(List<X12Issue> issues) {
            issues.forEach(issue -> keep(issue, issue.isError() ? holds : warnings));
        }

        private void keep(X12Issue issue, List<X12Issue> list) {
            // each kind is told, however many others came before
            if (list.size() < MAX_ISSUES || list.stream().noneMatch(other -> other.code() == issue.code())) {
                list.add(issue);
            } else {
                leftOut++;
            }
        }
    }
}
