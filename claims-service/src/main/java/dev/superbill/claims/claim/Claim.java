package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.kernel.Money;
import dev.superbill.kernel.PatientControlNumber;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An encounter billed to one payer. Moves only along {@link ClaimStatus#next()}, and notes each step. */
@Entity
@Table(name = "claim")
class Claim extends PracticeEntity {

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "rendering_provider_id")
    private UUID renderingProviderId;

    @Column(name = "patient_control_number")
    private String patientControlNumber;

    @Column(name = "payer_control_number")
    private @Nullable String payerControlNumber;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @Column(name = "coverage_id")
    private @Nullable UUID coverageId;

    @Column
    private int rank;

    @Column
    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    @Column
    @Enumerated(EnumType.STRING)
    private ClaimStatus status;

    @Column(name = "service_date")
    private LocalDate serviceDate;

    @Column(name = "charge_cents")
    private long chargeCents;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private ClaimContent content;

    @Column(name = "edits")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private ScrubOutcome outcome;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Settlement settlement;

    @Column(name = "batch_id")
    private @Nullable UUID batchId;

    @Column
    @Enumerated(EnumType.STRING)
    private @Nullable Hop hop;

    @Column(name = "account_version")
    private long accountVersion;

    @Column(name = "claim_account_version")
    private long claimAccountVersion;

    @Column(name = "account_settled")
    private boolean accountSettled;

    @Column(name = "paid_cents")
    private long paidCents;

    @Column(name = "adjusted_cents")
    private long adjustedCents;

    @Column(name = "payer_balance_cents")
    private long payerBalanceCents;

    @Column(name = "patient_balance_cents")
    private long patientBalanceCents;

    @Column(name = "replaces_id")
    private @Nullable UUID replacesId;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToMany(mappedBy = "claim", cascade = CascadeType.PERSIST)
    @BatchSize(size = 500)
    @OrderBy("id")
    private List<ClaimHistoryEntry> history = new ArrayList<>();

    protected Claim() {}

    /** A first claim of an encounter, or of a portion of it, with a number of its own. */
    Claim(VisitToBill bill, CodedVisit portion, Cause cause) {
        this.encounterId = bill.encounterId();
        this.patientId = bill.patientId();
        this.renderingProviderId = portion.renderingProviderId();
        PatientControlNumber number = PatientControlNumber.from(id());
        this.patientControlNumber = number.value();
        this.rank = 1;
        this.frequency = Frequency.ORIGINAL;
        this.serviceDate = portion.serviceDate();
        begin(portion.content(number), cause);
    }

    /** A claim that follows another: to the next payer, or in its place. */
    private Claim(Claim former, int rank, Frequency frequency, Cause cause) {
        this.encounterId = former.encounterId;
        this.patientId = former.patientId;
        this.renderingProviderId = former.renderingProviderId;
        this.patientControlNumber = former.patientControlNumber;
        this.rank = rank;
        this.frequency = frequency;
        this.serviceDate = former.serviceDate;
        begin(former.content, cause);
    }

    private void begin(ClaimContent content, Cause cause) {
        this.content = content;
        this.chargeCents = content.charge().cents();
        this.outcome = ScrubOutcome.NOT_YET;
        this.settlement = Settlement.NONE;
        this.accountVersion = -1;
        this.status = ClaimStatus.DRAFT;
        this.createdAt = cause.at();
        history.add(new ClaimHistoryEntry(this, null, ClaimStatus.DRAFT, cause));
    }

    /** The claim to the payer of the next rank after this one was adjudicated. */
    Claim toNextPayer(UUID coverageId, UUID payerId, Cause cause) {
        Claim next = new Claim(this, rank + 1, Frequency.ORIGINAL, cause);
        next.cover(coverageId, payerId);
        return next;
    }

    /** The claim of frequency 7 or 8 that takes this one's place at its payer. */
    Claim inPlace(Frequency frequency, Cause cause) {
        Claim successor = new Claim(this, rank, frequency, cause);
        successor.coverageId = coverageId;
        successor.payerId = payerId;
        successor.payerControlNumber = payerControlNumber;
        successor.replacesId = id();
        return successor;
    }

    /** Says who is to pay. */
    void cover(@Nullable UUID coverageId, @Nullable UUID payerId) {
        this.coverageId = coverageId;
        this.payerId = payerId;
    }

    /** Codes it anew. */
    void recode(CodedVisit portion) {
        if (!status.isMendable()) {
            throw new IllegalStateException("A claim that is " + status + " is not coded anew");
        }
        this.renderingProviderId = portion.renderingProviderId();
        this.serviceDate = portion.serviceDate();
        this.content = portion.content(new PatientControlNumber(patientControlNumber));
        this.chargeCents = content.charge().cents();
    }

    /** Says of the visit what the claim to the payer before says, which may have been coded anew; false when it did. */
    boolean follow(Claim before) {
        if (content.equals(before.content)
                && serviceDate.equals(before.serviceDate)
                && renderingProviderId.equals(before.renderingProviderId)) {
            return false;
        }
        this.renderingProviderId = before.renderingProviderId;
        this.serviceDate = before.serviceDate;
        this.content = before.content;
        this.chargeCents = before.chargeCents;
        return true;
    }

    /** Takes what the scrubber found, and moves to SCRUBBED or HELD where that is another state. */
    void scrubbed(ScrubOutcome outcome, Cause cause) {
        this.outcome = outcome;
        ClaimStatus next = outcome.isClean() ? ClaimStatus.SCRUBBED : ClaimStatus.HELD;
        if (next != status) {
            move(next, cause);
        }
    }

    void batched(UUID batchId, Cause cause) {
        this.batchId = batchId;
        this.hop = null;
        move(ClaimStatus.BATCHED, cause);
    }

    /**
     * Whether an answer counts: it is about the present submission, it comes from no earlier hop than the one that
     * answered last, and a hop that refused does not take that back.
     */
    boolean heeds(Answer answer, ClaimStatus next) {
        if (answer.batchId() != null && !answer.batchId().equals(batchId)) {
            return false;
        }
        Hop last = hop;
        if (last != null && answer.hop().compareTo(last) < 0) {
            return false;
        }
        if (status == ClaimStatus.REJECTED && answer.hop() == last) {
            return false;
        }
        return status.leadsTo(next);
    }

    /** Moves by an answer that {@link #heeds} let pass. */
    void answered(Answer answer, ClaimStatus next, Cause cause) {
        heard(answer.hop());
        move(next, cause);
    }

    /** Remembers how far the answers have come. */
    void heard(Hop hop) {
        if (this.hop == null || hop.compareTo(this.hop) > 0) {
            this.hop = hop;
        }
    }

    /** Takes over the payer's own number of the claim; false when it was known. */
    boolean numbered(String number) {
        if (number.equals(payerControlNumber)) {
            return false;
        }
        payerControlNumber = number;
        return true;
    }

    /** Takes over a decision of the payer; the amounts come from the books. */
    void adjudicated(Adjudication adjudication, @Nullable String payerControlNumber) {
        this.settlement = settlement.and(adjudication);
        this.hop = Hop.REMITTANCE;
        if (payerControlNumber != null) {
            this.payerControlNumber = payerControlNumber;
        }
    }

    /** Takes over the balances of the books; what was passed already changes nothing. */
    boolean balanced(Balances balances) {
        if (balances.version() <= accountVersion) {
            return false;
        }
        this.accountVersion = balances.version();
        this.claimAccountVersion = balances.claimVersion();
        this.accountSettled = balances.settled();
        this.paidCents = balances.paid().cents();
        this.adjustedCents = balances.adjusted().cents();
        this.payerBalanceCents = balances.payerBalance().cents();
        this.patientBalanceCents = balances.patientBalance().cents();
        return true;
    }

    /** Whether nobody owes anything on its encounter, by books that know of the last decision. */
    boolean isSettled() {
        return accountSettled && claimAccountVersion >= settlement.accountVersion();
    }

    void move(ClaimStatus next, Cause cause) {
        if (!status.leadsTo(next)) {
            throw new IllegalStateException("A claim that is " + status + " does not become " + next);
        }
        history.add(new ClaimHistoryEntry(this, status, next, cause));
        this.status = next;
    }

    UUID encounterId() {
        return encounterId;
    }

    UUID patientId() {
        return patientId;
    }

    UUID renderingProviderId() {
        return renderingProviderId;
    }

    String patientControlNumber() {
        return patientControlNumber;
    }

    @Nullable
    String payerControlNumber() {
        return payerControlNumber;
    }

    @Nullable
    UUID payerId() {
        return payerId;
    }

    @Nullable
    UUID coverageId() {
        return coverageId;
    }

    int rank() {
        return rank;
    }

    Frequency frequency() {
        return frequency;
    }

    ClaimStatus status() {
        return status;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    Money charge() {
        return Money.ofCents(chargeCents);
    }

    /** What it asks the payer for: nothing once it is withdrawn, or when it withdraws another. */
    Money asked() {
        return status == ClaimStatus.VOIDED || frequency == Frequency.VOID ? Money.ZERO : charge();
    }

    ClaimContent content() {
        return content;
    }

    ScrubOutcome outcome() {
        return outcome;
    }

    Settlement settlement() {
        return settlement;
    }

    @Nullable
    UUID batchId() {
        return batchId;
    }

    @Nullable
    UUID replacesId() {
        return replacesId;
    }

    Balances balances() {
        return new Balances(
                accountVersion,
                claimAccountVersion,
                Money.ofCents(paidCents),
                Money.ofCents(adjustedCents),
                Money.ofCents(payerBalanceCents),
                Money.ofCents(patientBalanceCents),
                accountSettled);
    }

    List<ClaimHistoryEntry> history() {
        return List.copyOf(history);
    }

    ClaimSummary summary() {
        return new ClaimSummary(
                id(),
                encounterId,
                patientId,
                patientControlNumber,
                payerControlNumber,
                payerId,
                rank,
                frequency,
                status,
                serviceDate,
                charge(),
                batchId);
    }
}
