package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one payer owes for a claim. Its figures are sums of postings to {@code ar.payer}; only {@link ClaimAccount}
 * changes them, and only together with entries.
 */
public final class Receivable {

    private final UUID payerId;
    private final int rank;
    private @Nullable UUID claimId;
    private long claimVersion;
    private @Nullable Member memberId;
    private @Nullable String payerControlNumber;
    private Money assigned = Money.ZERO;
    private Money paid = Money.ZERO;
    private Money adjusted = Money.ZERO;
    private Money responsibility = Money.ZERO;
    private boolean changed = true;

    Receivable(UUID payerId, int rank) {
        this.payerId = payerId;
        this.rank = rank;
    }

    /** From its row. */
    Receivable(
            UUID payerId,
            int rank,
            @Nullable UUID claimId,
            long claimVersion,
            @Nullable Member memberId,
            @Nullable String payerControlNumber,
            Figures figures) {
        this(payerId, rank);
        this.claimId = claimId;
        this.claimVersion = claimVersion;
        this.memberId = memberId;
        this.payerControlNumber = payerControlNumber;
        this.assigned = figures.assigned();
        this.paid = figures.paid();
        this.adjusted = figures.adjusted();
        this.responsibility = figures.responsibility();
        this.changed = false;
    }

    /** The sums of a receivable. */
    record Figures(Money assigned, Money paid, Money adjusted, Money responsibility) {}

    public UUID payerId() {
        return payerId;
    }

    /** 1 primary, 2 secondary, 3 tertiary. */
    public int rank() {
        return rank;
    }

    /** Our claim to this payer; null where we did not send it ourselves. */
    public @Nullable UUID claimId() {
        return claimId;
    }

    public @Nullable Member memberId() {
        return memberId;
    }

    /** The payer's own number of the claim (ICN, 835 CLP07), when it is known. */
    public @Nullable String payerControlNumber() {
        return payerControlNumber;
    }

    /** What was laid on this payer: the charge for the first, for a later one what the payer before has left. */
    public Money assigned() {
        return assigned;
    }

    public Money paid() {
        return paid;
    }

    /** What was written off. */
    public Money adjusted() {
        return adjusted;
    }

    /** What this payer has left to the next one or to the patient. */
    public Money patientResponsibility() {
        return responsibility;
    }

    /** What this payer owes still; negative where it has paid too much or ahead of the payer before. */
    public Money balance() {
        return assigned.minus(paid).minus(adjusted).minus(responsibility);
    }

    /**
     * Bounds a write-off: a later payer's contract forgives no more than lies on its receivable after its payment and
     * patient responsibility (X12 RFI on coordination of benefits: a later payer repeats adjustments of the whole charge).
     *
     * @param amount what the payer calls contractual, either sign
     * @return what of it may be written off; the rest is for a person
     */
    public Money writeOffLimit(Money amount) {
        return rank == 1 || amount.isNegative() ? amount : amount.min(balance().max(Money.ZERO));
    }

    /** Whether it differs from its row, or has none. */
    boolean isChanged() {
        return changed;
    }

    void stored() {
        changed = false;
    }

    long claimVersion() {
        return claimVersion;
    }

    /** Takes over what is told of the claim; gives whether it was news. */
    boolean describe(UUID claim, long version, @Nullable Member member, @Nullable String payersNumber) {
        Member newMember = member == null ? memberId : member;
        String newNumber = payersNumber == null ? payerControlNumber : payersNumber;
        boolean news = !claim.equals(claimId)
                || !Objects.equals(newMember, memberId)
                || !Objects.equals(newNumber, payerControlNumber);
        changed = true;
        claimId = claim;
        claimVersion = version;
        memberId = newMember;
        payerControlNumber = newNumber;
        return news;
    }

    /** A claim goes to another payer than before; gives whether it was this one's. */
    boolean leaveTo(UUID claim) {
        boolean was = claim.equals(claimId);
        if (was) {
            claimId = null;
        }
        return was;
    }

    void knownAs(String payersNumber) {
        payerControlNumber = payersNumber;
        changed = true;
    }

    void assign(Money amount) {
        assigned = assigned.plus(amount);
        changed = true;
    }

    void pay(Money amount) {
        paid = paid.plus(amount);
        changed = true;
    }

    void adjust(Money amount) {
        adjusted = adjusted.plus(amount);
        changed = true;
    }

    /** A posting against another debtor's account: this payer leaves something to the other, or takes it over. */
    void assignOrLeave(Money amount, boolean leaves) {
        if (leaves) {
            leave(amount.negated());
        } else {
            assign(amount);
        }
    }

    void leave(Money amount) {
        responsibility = responsibility.plus(amount);
        changed = true;
    }
}
