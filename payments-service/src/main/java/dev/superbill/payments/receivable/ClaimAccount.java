package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.Concern;
import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.ledger.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of a claim: what each of its payers and the patient owe. Each command makes the entries that have to be
 * posted and changes the figures by what the entries say, so that figures and postings cannot differ. The claim is the
 * one with the patient control number (CLM01), for all of its payers.
 *
 * <p>Where money goes: a charge is ar.payer / revenue, or ar.patient / revenue where no payer is billed; a payment
 * clearing / ar.payer; a contractual adjustment adjustment.contractual / ar.payer; patient responsibility moves to ar.payer
 * of the next payer by rank, or to ar.patient behind the last one; a reversal is the exact contra. A denial posts nothing.
 */
public final class ClaimAccount {

    private final String controlNumber;
    private final UUID encounterId;
    private final UUID patientId;
    private long version;
    private LocalDate serviceDate;
    private Money charge;
    private Money patientBalance;
    private List<Coverage> coverages;
    private List<ClaimLine> lines;
    private final List<Receivable> receivables;
    private boolean changed;
    private boolean describedAnew;

    ClaimAccount(
            String controlNumber,
            UUID encounterId,
            UUID patientId,
            long version,
            LocalDate serviceDate,
            Money charge,
            Money patientBalance,
            List<Coverage> coverages,
            List<ClaimLine> lines,
            List<Receivable> receivables) {
        this.controlNumber = controlNumber;
        this.encounterId = encounterId;
        this.patientId = patientId;
        this.version = version;
        this.serviceDate = serviceDate;
        this.charge = charge;
        this.patientBalance = patientBalance;
        this.coverages = List.copyOf(coverages);
        this.lines = List.copyOf(lines);
        this.receivables = new ArrayList<>(receivables);
        this.receivables.sort(Comparator.comparingInt(Receivable::rank).thenComparing(Receivable::payerId));
    }

    static ClaimAccount open(String controlNumber, UUID encounterId, UUID patientId, LocalDate serviceDate) {
        return new ClaimAccount(
                controlNumber,
                encounterId,
                patientId,
                0,
                serviceDate,
                Money.ZERO,
                Money.ZERO,
                List.of(),
                List.of(),
                List.of());
    }

    public String controlNumber() {
        return controlNumber;
    }

    public UUID encounterId() {
        return encounterId;
    }

    public UUID patientId() {
        return patientId;
    }

    /** The first day of service. */
    public LocalDate serviceDate() {
        return serviceDate;
    }

    /** The whole charge as billed (CLM02). */
    public Money charge() {
        return charge;
    }

    public Money patientBalance() {
        return patientBalance;
    }

    public List<Coverage> coverages() {
        return coverages;
    }

    public List<ClaimLine> lines() {
        return lines;
    }

    /** What each payer owes, by rank. */
    public List<Receivable> receivables() {
        return List.copyOf(receivables);
    }

    /** What all payers owe together. */
    public Money payerBalance() {
        return Money.sum(receivables.stream().map(Receivable::balance).toList());
    }

    /**
     * The receivable of the payer that speaks: its only one, else (where one payer covers a patient twice) the one of the
     * rank that it names; made when it has none, as after a crossover. {@link #settle} then lays on it what was left to it.
     *
     * @param rank CLP02: 1 for 1 and 19, 2 for 2 and 20, 3 for 3 and 21
     */
    public Receivable receivableOf(UUID payerId, int rank) {
        List<Receivable> ofPayer = receivables.stream()
                .filter(candidate -> candidate.payerId().equals(payerId))
                .toList();
        boolean coversTwice = coverages.stream()
                        .filter(coverage -> coverage.payerId().equals(payerId))
                        .count()
                > 1;
        if (ofPayer.size() == 1 && !coversTwice) {
            return ofPayer.getFirst();
        }
        return ofPayer.stream()
                .filter(candidate -> candidate.rank() == rank)
                .findFirst()
                .orElseGet(() -> receivable(payerId, rank));
    }

    /** Remembers the payer's own number of the claim (835 CLP07). */
    public void knownAs(Receivable receivable, String payerControlNumber) {
        if (!payerControlNumber.equals(receivable.payerControlNumber())) {
            receivable.knownAs(payerControlNumber);
            changed = true;
        }
    }

    /**
     * A payment (835 CLP04 or SVC03, either sign): from / ar.payer.
     *
     * @param from where the money is: {@code clearing} for a remittance, {@code suspense} or {@code unapplied} when it
     *     waited there
     * @param name the entry's place in the document, unique in it
     */
    public List<JournalEntry> pay(
            Document document,
            String name,
            Receivable receivable,
            AccountCode from,
            Money amount,
            @Nullable String reference) {
        return applied(document.move(
                name, "Payment", from, AccountCode.PAYER_RECEIVABLE, amount, concern(receivable), reference));
    }

    /**
     * A contractual write-off (CO with a contractual reason), as sent, either sign: adjustment.contractual / ar.payer. The
     * caller bounds a later payer's by {@link Receivable#writeOffLimit}.
     */
    public List<JournalEntry> writeOff(
            Document document, String name, Receivable receivable, Money amount, @Nullable String reference) {
        return applied(document.move(
                name,
                "Contractual adjustment",
                AccountCode.CONTRACTUAL_ADJUSTMENT,
                AccountCode.PAYER_RECEIVABLE,
                amount,
                concern(receivable),
                reference));
    }

    /**
     * Patient responsibility (PR), either sign: ar.payer of the next payer / ar.payer, and behind the last payer
     * ar.patient / ar.payer.
     */
    public List<JournalEntry> patientResponsibility(
            Document document, String name, Receivable receivable, Money amount, @Nullable String reference) {
        Optional<Receivable> next = amount.isZero() ? Optional.empty() : next(receivable);
        AccountCode debit = next.isPresent() ? AccountCode.PAYER_RECEIVABLE : AccountCode.PATIENT_RECEIVABLE;
        return applied(document.move(
                name,
                next.isPresent() ? "Responsibility of the next payer" : "Patient responsibility",
                debit,
                concern(next.orElse(receivable)),
                AccountCode.PAYER_RECEIVABLE,
                concern(receivable),
                amount,
                reference));
    }

    /** The exact contra of an entry of this account, whatever it was. */
    public List<JournalEntry> reverse(Document document, JournalEntry original) {
        return applied(Optional.of(document.contra(original)));
    }

    /**
     * Lays on the first payer the charge, and on each later one what the payers before it have left: needed after {@link #reverse}, after a receivable was
     * made and after a coverage became known. Nearly always there is nothing to do.
     *
     * @param name the entries' place in the document, unique in it
     */
    public List<JournalEntry> settle(Document document, String name) {
        for (Receivable left : List.copyOf(receivables)) {
            if (!left.patientResponsibility().isZero()) {
                next(left);
            }
        }
        List<JournalEntry> entries = new ArrayList<>();
        for (Receivable payer : List.copyOf(receivables)) {
            Receivable first = receivables.getFirst();
            if (payer.equals(first) && payer.rank() == 1) {
                entries.addAll(applied(document.move(
                        name + "/charge",
                        "Charge moved to the primary payer",
                        AccountCode.PAYER_RECEIVABLE,
                        concern(payer),
                        AccountCode.PATIENT_RECEIVABLE,
                        patient(),
                        chargeOnPatient(),
                        null)));
            }
            if (payer.rank() > 1 && !payer.equals(first)) {
                entries.addAll(applied(document.move(
                        name + "/" + payer.rank() + "/" + payer.payerId(),
                        "Responsibility of a payer that became known",
                        AccountCode.PAYER_RECEIVABLE,
                        concern(payer),
                        AccountCode.PATIENT_RECEIVABLE,
                        concern(first),
                        leftTo(payer).minus(payer.assigned()),
                        null)));
            }
        }
        return entries;
    }

    /**
     * Takes over what claims-service tells of the claim to one payer, and posts what that means: the charge once, later
     * only its difference; a primary payer that changed takes the charge over. Most events tell of the claim's way through
     * submission and change nothing here: then the account is not written, and not even the event's version.
     *
     * @param today the day of differences; the charge itself has the day of service
     */
    List<JournalEntry> told(ClaimChanged claim, Document charging, LocalDate today) {
        UUID payerId = claim.payerId();
        if (payerId != null && !told(receivable(payerId, claim.rank()), claim)) {
            return List.of();
        }
        if (!claim.coverages().isEmpty() && !claim.coverages().equals(coverages)) {
            coverages = claim.coverages();
            describedAnew = true;
            changed = true;
        }
        List<JournalEntry> entries = new ArrayList<>();
        if (claim.rank() == 1) {
            Money posted = charge;
            describe(claim);
            Receivable primary = payerId == null ? null : receivable(payerId, 1);
            entries.addAll(charge(charging, primary, posted, claim.claimId() + "/" + claim.version(), today));
        }
        String name = "settle/" + controlNumber + "/" + claim.claimId() + "/" + claim.version();
        entries.addAll(settle(charging.on(today), name));
        return entries;
    }

    /** Takes over what the patient is charged for a visit that no payer is billed for; only the difference is posted. */
    List<JournalEntry> told(SelfPayCharged visit, Document charging, LocalDate today) {
        Money told = Money.ofCents(visit.chargeCents());
        Money posted = charge;
        describedAnew |= !visit.serviceDate().equals(serviceDate) || !told.equals(charge);
        changed |= describedAnew;
        serviceDate = visit.serviceDate();
        charge = told;
        return charge(charging, null, posted, Long.toString(visit.version()), today);
    }

    /**
     * Whether the event is not older than what is known of the claim to this payer, and not of a claim in whose place
     * another stands: a replaced claim still hears that its decision is taken back.
     */
    private boolean told(Receivable receivable, ClaimChanged claim) {
        UUID known = receivable.claimId();
        boolean same = claim.claimId().equals(known);
        if (same ? receivable.claimVersion() > claim.version() : known != null && claim.isOver()) {
            return false;
        }
        changed |= receivable.describe(claim.claimId(), claim.version(), claim.memberId(), claim.payerControlNumber());
        for (Receivable former : receivables) {
            changed |= !former.equals(receivable) && former.leaveTo(claim.claimId());
        }
        return true;
    }

    private void describe(ClaimChanged claim) {
        Money told = Money.ofCents(claim.chargeCents());
        describedAnew |= !claim.serviceDate().equals(serviceDate)
                || !told.equals(charge)
                || !claim.lines().equals(lines);
        changed |= describedAnew;
        serviceDate = claim.serviceDate();
        charge = told;
        lines = claim.lines();
    }

    /**
     * Posts what of the charge is not posted yet: ar.payer / revenue, or ar.patient / revenue while no payer is known, from
     * where {@link #settle} moves it to the first payer.
     */
    private List<JournalEntry> charge(
            Document charging, @Nullable Receivable primary, Money posted, String version, LocalDate today) {
        String name = "charge/" + controlNumber + "/" + version;
        List<JournalEntry> entries = new ArrayList<>();
        for (Receivable former : receivables) {
            if (primary != null && former.rank() == 1 && !former.equals(primary)) {
                entries.addAll(applied(charging.on(today)
                        .move(
                                name + "/from/" + former.payerId(),
                                "Charge moved to another primary payer",
                                AccountCode.PAYER_RECEIVABLE,
                                concern(primary),
                                AccountCode.PAYER_RECEIVABLE,
                                concern(former),
                                former.assigned(),
                                null)));
            }
        }
        boolean first = posted.isZero();
        entries.addAll(applied((first ? charging : charging.on(today))
                .move(
                        name,
                        (first ? "Charge" : "Change of the charge") + (primary == null ? " to the patient" : ""),
                        primary == null ? AccountCode.PATIENT_RECEIVABLE : AccountCode.PAYER_RECEIVABLE,
                        AccountCode.REVENUE,
                        charge.minus(posted),
                        primary == null ? patient() : concern(primary),
                        controlNumber)));
        return entries;
    }

    boolean isChanged() {
        return changed;
    }

    /** Whether more than figures has changed, so that the whole row has to be written. */
    boolean isDescribedAnew() {
        return version == 0 || describedAnew;
    }

    /** The row's version; 0 when it has none yet. */
    long version() {
        return version;
    }

    /** The version that tells of what was done to it until now. */
    public long versionToTell() {
        return changed ? version + 1 : version;
    }

    /** What was changed is in the row now, which has the next version. */
    void stored() {
        version++;
        changed = false;
        describedAnew = false;
        receivables.forEach(Receivable::stored);
    }

    private Receivable receivable(UUID payerId, int rank) {
        for (Receivable receivable : receivables) {
            if (receivable.payerId().equals(payerId) && receivable.rank() == rank) {
                return receivable;
            }
        }
        Receivable made = new Receivable(payerId, rank);
        receivables.add(made);
        receivables.sort(Comparator.comparingInt(Receivable::rank).thenComparing(Receivable::payerId));
        changed = true;
        return made;
    }

    /** The payer behind one, by rank: of the coverages, or one that has shown itself by paying. */
    private Optional<Receivable> next(Receivable receivable) {
        Optional<Coverage> covered = coverages.stream()
                .filter(coverage -> coverage.rank() > receivable.rank())
                .min(Comparator.comparingInt(Coverage::rank));
        Optional<Receivable> shown = receivables.stream()
                .filter(candidate -> candidate.rank() > receivable.rank())
                .findFirst();
        if (covered.isEmpty()
                || (shown.isPresent() && shown.get().rank() <= covered.get().rank())) {
            return shown;
        }
        return Optional.of(receivable(covered.get().payerId(), covered.get().rank()));
    }

    /** What the payers before one have left to it. */
    private Money leftTo(Receivable payer) {
        Money left = Money.ZERO;
        for (Receivable before : List.copyOf(receivables)) {
            if (!before.patientResponsibility().isZero()
                    && next(before).filter(payer::equals).isPresent()) {
                left = left.plus(before.patientResponsibility());
            }
        }
        return left;
    }

    /** What of the charge lies on the patient because no payer was known. */
    private Money chargeOnPatient() {
        return charge.minus(Money.sum(receivables.stream()
                .filter(each -> each.rank() == 1)
                .map(Receivable::assigned)
                .toList()));
    }

    private Concern patient() {
        return new Concern(null, encounterId, patientId, null, null, controlNumber, serviceDate);
    }

    private Concern concern(Receivable receivable) {
        return new Concern(
                receivable.claimId(),
                encounterId,
                patientId,
                receivable.payerId(),
                receivable.rank(),
                controlNumber,
                serviceDate);
    }

    private List<JournalEntry> applied(Optional<JournalEntry> entry) {
        entry.ifPresent(this::apply);
        return entry.stream().toList();
    }

    /** Changes the figures by what an entry says; entries of accounts have one debit and one credit. */
    private void apply(JournalEntry entry) {
        if (entry.postings().size() != 2) {
            throw new IllegalArgumentException("An entry of a claim's account has two postings");
        }
        changed = true;
        Posting one = entry.postings().getFirst();
        Posting other = entry.postings().getLast();
        apply(one, other);
        apply(other, one);
    }

    private void apply(Posting posting, Posting counterpart) {
        if (!controlNumber.equals(posting.concern().controlNumber())) {
            return;
        }
        Money amount = posting.amount();
        if (posting.account().equals(AccountCode.PATIENT_RECEIVABLE)) {
            patientBalance = patientBalance.plus(amount);
        } else if (posting.account().equals(AccountCode.PAYER_RECEIVABLE)) {
            Receivable receivable = of(posting.concern());
            AccountCode account = counterpart.account();
            if (account.equals(AccountCode.REVENUE)) {
                receivable.assign(amount);
            } else if (account.equals(AccountCode.PAYER_RECEIVABLE)) {
                // it goes from the lower rank to the higher; within the first rank it is the charge that moves
                receivable.assignOrLeave(
                        amount, receivable.rank() < of(counterpart.concern()).rank());
            } else if (account.equals(AccountCode.PATIENT_RECEIVABLE)) {
                // the patient's side names the payer that left it; another payer takes that over, or a charge
                UUID leaving = counterpart.concern().payerId();
                receivable.assignOrLeave(amount, leaving != null && receivable.equals(of(counterpart.concern())));
            } else if (account.equals(AccountCode.CONTRACTUAL_ADJUSTMENT)) {
                receivable.adjust(amount.negated());
            } else {
                receivable.pay(amount.negated());
            }
        }
    }

    private Receivable of(Concern concern) {
        UUID payerId = concern.payerId();
        Integer rank = concern.payerRank();
        if (payerId == null || rank == null) {
            throw new IllegalArgumentException("A posting to a receivable names its payer and rank");
        }
        return receivable(payerId, rank);
    }
}
