package dev.superbill.payments.remittance;

import dev.superbill.kernel.UuidV5;
import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.Receivable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payer's answer to a claim, and what has become of it: a row of {@code remittance_claim}. */
final class AnsweredClaim {

    private final PaymentHeader payment;
    private final int ordinal;
    private final UUID id;
    private final ClaimAnswer answer;
    private final boolean balanced;
    private final List<Reason> faults;
    private final List<Reason> warnings;
    private Outcome outcome = Outcome.HELD;
    private @Nullable WaitsFor waitsFor;
    private @Nullable String accountNumber;
    private @Nullable UUID claimId;
    private @Nullable UUID payerId;
    private int payerRank;
    private final List<UUID> entryIds = new ArrayList<>(4);
    private @Nullable UUID reversedBy;
    private List<Reason> reasons;

    /**
     * An answer as it is read.
     *
     * @param balanced whether it is proven to the cent
     * @param faults why it may not post by itself; empty when it may
     */
    AnsweredClaim(
            PaymentHeader payment,
            int ordinal,
            ClaimAnswer answer,
            boolean balanced,
            List<Reason> faults,
            List<Reason> warnings) {
        this.payment = payment;
        this.ordinal = ordinal;
        this.id = UuidV5.of(payment.transactionId(), "claim/" + ordinal);
        this.answer = answer;
        this.balanced = balanced;
        this.faults = List.copyOf(faults);
        this.reasons = this.faults;
        this.warnings = List.copyOf(warnings);
    }

    /** What a row says beside the answer itself. */
    record State(
            Outcome outcome,
            @Nullable WaitsFor waitsFor,
            @Nullable String accountNumber,
            @Nullable UUID claimId,
            @Nullable UUID payerId,
            int payerRank,
            List<UUID> entryIds,
            @Nullable UUID reversedBy) {}

    AnsweredClaim with(State state) {
        outcome = state.outcome();
        waitsFor = state.waitsFor();
        accountNumber = state.accountNumber();
        claimId = state.claimId();
        payerId = state.payerId();
        payerRank = state.payerRank();
        entryIds.addAll(state.entryIds());
        reversedBy = state.reversedBy();
        return this;
    }

    PaymentHeader payment() {
        return payment;
    }

    int ordinal() {
        return ordinal;
    }

    UUID id() {
        return id;
    }

    ClaimAnswer answer() {
        return answer;
    }

    boolean isBalanced() {
        return balanced;
    }

    /** Why it may not post by itself. */
    List<Reason> faults() {
        return faults;
    }

    /** Why it is held or unapplied. */
    List<Reason> reasons() {
        return reasons;
    }

    List<Reason> warnings() {
        return warnings;
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable
    WaitsFor waitsFor() {
        return waitsFor;
    }

    @Nullable
    String accountNumber() {
        return accountNumber;
    }

    @Nullable
    UUID claimId() {
        return claimId;
    }

    @Nullable
    UUID payerId() {
        return payerId;
    }

    int payerRank() {
        return payerRank;
    }

    /** All entries that it has made, the parking of its money included. */
    List<UUID> entryIds() {
        return List.copyOf(entryIds);
    }

    @Nullable
    UUID reversedBy() {
        return reversedBy;
    }

    boolean isReversal() {
        return answer.status() == ClaimStatus.REVERSAL;
    }

    /** Whether a reversal can take it back: a payment on the books of a claim that none has taken back yet. */
    boolean isReversible() {
        return outcome == Outcome.POSTED
                && !isReversal()
                && reversedBy == null
                && accountNumber != null
                && answer.status().touchesReceivables();
    }

    /** Whether the same payer speaks as in another answer to the same claim. */
    boolean isOfSamePayer(AnsweredClaim other) {
        return (payerId != null && payerId.equals(other.payerId))
                || payment.payer().equals(other.payment.payer());
    }

    void belongsTo(ClaimAccount account, Receivable receivable) {
        accountNumber = account.controlNumber();
        claimId = receivable.claimId();
        payerId = receivable.payerId();
        payerRank = receivable.rank();
    }

    /** It takes back what was answered to a claim of ours that may have been replaced since. */
    void concerns(AnsweredClaim original) {
        claimId = original.claimId;
    }

    void made(Collection<JournalEntry> entries) {
        entries.forEach(entry -> entryIds.add(entry.id()));
    }

    void post() {
        outcome = Outcome.POSTED;
        waitsFor = null;
        reasons = List.of();
    }

    void postUntilMatched(Reason reason) {
        outcome = Outcome.POSTED;
        waitsFor = WaitsFor.MATCH;
        reasons = List.of(reason);
    }

    void keepUnapplied(@Nullable WaitsFor what, Reason reason) {
        outcome = Outcome.UNAPPLIED;
        waitsFor = what;
        reasons = List.of(reason);
    }

    void hold(List<Reason> why) {
        outcome = Outcome.HELD;
        waitsFor = null;
        reasons = List.copyOf(why);
    }

    void takenBackBy(AnsweredClaim reversal) {
        reversedBy = reversal.id;
    }

    /** A person has decided: it is no longer to be matched by itself. */
    void settle() {
        waitsFor = null;
    }
}
